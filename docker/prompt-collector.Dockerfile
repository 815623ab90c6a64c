# The prompt collector: keeps what generators invent, hands it to validators. Its store is in /data.
#
#     docker build -f docker/prompt-collector.Dockerfile -t threegen-prompt-collector .
#     docker run --rm -v threegen-collector:/data threegen-prompt-collector keys create my-generator
#     docker run -v threegen-collector:/data -p 9100:9100 threegen-prompt-collector
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
ENV THREEGEN_DATA=/data THREEGEN_PORT=9100
EXPOSE 9100
USER 10001
HEALTHCHECK --start-period=30s --interval=15s CMD ["deno", "run", "--quiet", "--no-prompt", \
  "--cached-only", "--allow-net=127.0.0.1", "--allow-env=THREEGEN_PORT", "docker/healthcheck.ts"]
ENTRYPOINT ["deno", "run", "--quiet", "--no-prompt", "--cached-only", "--frozen", \
  "--allow-env", "--allow-net", "--allow-read=/app,/data,/run/secrets", "--allow-write=/data", \
  "prompter/collector/main.ts"]
