# The validator neuron: gives tasks, has results scored, sets weights. Axon on 8092, public API on
# 8888, status page on 8080; its store is in /data.
#
#     docker build -f docker/validator.Dockerfile -t threegen-validator .
#     docker run -v ~/.bittensor/wallets/default/hotkeys:/wallets/default/hotkeys:ro \
#       -v threegen-validator:/data -p 8092:8092 --user $(id -u) threegen-validator \
#       --axon.external_ip 203.0.113.7 --validation.endpoints http://192.0.2.5:8094
ARG DENO=docker.io/denoland/deno:bin-2.9.6
ARG BASE=docker.io/nvidia/cuda:12.9.1-base-ubuntu24.04

FROM ${DENO} AS deno
FROM ${BASE}
COPY --from=deno /deno /usr/local/bin/deno
ENV DENO_DIR=/deno DENO_NO_UPDATE_CHECK=1 THREEGEN_HOST=0.0.0.0
WORKDIR /app
COPY . .
RUN deno ci --quiet && chmod -R a+rX /app /deno

# Writable by whoever `--user` names, so that a new volume is too.
RUN install -d -m 1777 /data
VOLUME /data
ENV BT_WALLET_PATH=/wallets THREEGEN_NEURON_DATA_DIR=/data THREEGEN_PUBLIC_API_HOST=0.0.0.0 THREEGEN_PORT=8080
EXPOSE 8080 8092 8888
USER 10001
HEALTHCHECK --start-period=30s --interval=15s CMD ["deno", "run", "--quiet", "--no-prompt", \
  "--cached-only", "--allow-net=127.0.0.1", "--allow-env=THREEGEN_PORT", "docker/healthcheck.ts"]
ENTRYPOINT ["deno", "run", "--quiet", "--no-prompt", "--cached-only", "--frozen", \
  "--allow-env", "--allow-net", "--allow-read=/app,/wallets,/data,/run/secrets", \
  "--allow-write=/data", "neurons/validator/main.ts"]
