# The validation endpoint: an asset and its prompt in, a score out, by
# POST /validate_txt_to_3d_ply/.
#
#     docker build -f docker/validation.Dockerfile -t threegen-validation .
#     docker run --gpus all -p 127.0.0.1:8094:8094 threegen-validation
ARG DENO=docker.io/denoland/deno:bin-2.9.6
ARG BASE=docker.io/nvidia/cuda:12.9.1-base-ubuntu24.04

FROM ${DENO} AS deno
FROM ${BASE}
COPY --from=deno /deno /usr/local/bin/deno
ENV DENO_DIR=/deno DENO_NO_UPDATE_CHECK=1 THREEGEN_HOST=0.0.0.0
WORKDIR /app
COPY . .
RUN deno ci --quiet && chmod -R a+rX /app /deno

# Drawing on the GPU is Vulkan: its loader, and what NVIDIA's driver, mounted at the start, needs.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libvulkan1 libegl1 libxext6 \
  && rm -rf /var/lib/apt/lists/*
ENV NVIDIA_DRIVER_CAPABILITIES=compute,graphics,utility THREEGEN_RENDERER=auto
ENV THREEGEN_PORT=8094
EXPOSE 8094
USER 10001
HEALTHCHECK --start-period=30s --interval=15s CMD ["deno", "run", "--quiet", "--no-prompt", \
  "--cached-only", "--allow-net=127.0.0.1", "--allow-env=THREEGEN_PORT", "docker/healthcheck.ts"]
ENTRYPOINT ["deno", "run", "--quiet", "--no-prompt", "--cached-only", "--frozen", \
  "--allow-env", "--allow-net=0.0.0.0", "--allow-read=/app", "validation/main.ts"]
