# The generation endpoint: a prompt in, a 3D asset out, by POST /generate/.
#
#     docker build -f docker/generation.Dockerfile -t threegen-generation .
#     docker run --gpus all -p 127.0.0.1:8093:8093 threegen-generation
ARG DENO=docker.io/denoland/deno:bin-2.9.6
ARG BASE=docker.io/nvidia/cuda:12.9.1-base-ubuntu24.04

FROM ${DENO} AS deno
FROM ${BASE}
COPY --from=deno /deno /usr/local/bin/deno
ENV DENO_DIR=/deno DENO_NO_UPDATE_CHECK=1 THREEGEN_HOST=0.0.0.0
WORKDIR /app
COPY . .
RUN deno ci --quiet && chmod -R a+rX /app /deno

ENV THREEGEN_PORT=8093
EXPOSE 8093
USER 10001
HEALTHCHECK --start-period=30s --interval=15s CMD ["deno", "run", "--quiet", "--no-prompt", \
  "--cached-only", "--allow-net=127.0.0.1", "--allow-env=THREEGEN_PORT", "docker/healthcheck.ts"]
ENTRYPOINT ["deno", "run", "--quiet", "--no-prompt", "--cached-only", "--frozen", \
  "--allow-env", "--allow-net=0.0.0.0", "--allow-read=/app", "generation/main.ts"]
