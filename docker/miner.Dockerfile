# The miner neuron: pulls tasks, has assets made, hands them in. It calls; only its status page
# listens.
#
#     docker build -f docker/miner.Dockerfile -t threegen-miner .
#     docker run -v ~/.bittensor/wallets/default/hotkeys:/wallets/default/hotkeys:ro \
#       --user $(id -u) threegen-miner --generation.endpoints http://192.0.2.5:8093
ARG DENO=docker.io/denoland/deno:bin-2.9.6
ARG BASE=docker.io/nvidia/cuda:12.9.1-base-ubuntu24.04

FROM ${DENO} AS deno
FROM ${BASE}
COPY --from=deno /deno /usr/local/bin/deno
ENV DENO_DIR=/deno DENO_NO_UPDATE_CHECK=1 THREEGEN_HOST=0.0.0.0
WORKDIR /app
COPY . .
RUN deno ci --quiet && chmod -R a+rX /app /deno

ENV BT_WALLET_PATH=/wallets THREEGEN_PORT=8080
EXPOSE 8080
USER 10001
HEALTHCHECK --start-period=30s --interval=15s CMD ["deno", "run", "--quiet", "--no-prompt", \
  "--cached-only", "--allow-net=127.0.0.1", "--allow-env=THREEGEN_PORT", "docker/healthcheck.ts"]
ENTRYPOINT ["deno", "run", "--quiet", "--no-prompt", "--cached-only", "--frozen", \
  "--allow-env", "--allow-net", "--allow-read=/app,/wallets", "neurons/miner/main.ts"]
