# The image of pgveil: the committed bundle on Node.js, and nothing else. Distroless, since there is no shell, no package
# manager and no libc tool for anybody who gets in; debian12 and Node 24, since that is what the Action itself runs on.
FROM gcr.io/distroless/nodejs24-debian12:nonroot@sha256:14d42e2511532589a7c7e01a753667a74fcc96266e137e8125006b87b0c32d0a

LABEL org.opencontainers.image.title="pgveil" \
      org.opencontainers.image.description="A masking PostgreSQL proxy for AI agents" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="https://github.com/pgveil/pgveil"

ENV NODE_ENV=production

COPY dist /app/dist
COPY LICENSE /app/LICENSE
# The only place that is written to: an empty directory of the image's user, so that a volume made from it is his too.
COPY --chown=65532:65532 docs/deploy/audit /audit

WORKDIR /audit
VOLUME ["/audit"]
# Clients; the control port.
EXPOSE 6432 6433
USER 65532:65532
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=2s --timeout=5s --start-period=10s --retries=5 CMD ["/nodejs/bin/node", "/app/dist/pgveil.js", "health"]

# Locked: it refuses every client until a step of the job has given it policy and credentials. With arguments of one's own
# it is the command line: serve --policy /etc/pgveil/pgveil.yml and so on.
ENTRYPOINT ["/nodejs/bin/node", "/app/dist/pgveil.js"]
CMD ["serve", "--locked", "--listen", "0.0.0.0:6432", "--control", "0.0.0.0:6433", "--audit", "/audit"]
