# The bot in a container: the same command as on a bare machine, `python -m bot run --config FILE`.
#
#   docker build -t convene .
#   docker run -d --name convene --env DISCORD_TOKEN --volume convene:/data convene
#
# config.toml and the database lie in the volume. The token comes from the environment (or from a mounted file, with
# DISCORD_TOKEN_FILE), never from an image layer.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/opt/convene \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

# Only wheels, so that no compiler is needed and nothing runs at build time but pip itself.
COPY requirements/run.txt /opt/convene/requirements/run.txt
RUN pip install --only-binary :all: --require-hashes --requirement /opt/convene/requirements/run.txt

COPY LICENSE NOTICE* /opt/convene/
COPY bot /opt/convene/bot
COPY cogs /opt/convene/cogs
# Compiled here, since the user that runs the bot may write nowhere but in the volume.
RUN python -m compileall -q /opt/convene/bot /opt/convene/cogs

RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /data convene \
    && install --directory --mode 0700 --owner convene --group convene /data
USER 10001:10001
VOLUME /data
WORKDIR /data

# The bot closes its database and leaves within 5 s of this signal.
STOPSIGNAL SIGTERM
# No HEALTHCHECK: each would start a second Python (half a second of CPU) and could say no more than that the
# settings are right. A bot that cannot go on ends with an exit code, which a restart policy sees at once.
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run", "--config", "/data/config.toml"]
