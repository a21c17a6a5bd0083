#!/usr/bin/env bash
# Processor time of a request and resident memory under load, and the memory of a mapping in Redis: the measured rows of capacity.md.
#   deploy/bench/load.sh [seconds] <command that starts the gateway …>
# for example: deploy/bench/load.sh 10 target/*-runner -Xmx300m. Needs wrk, redis-server and redis-cli on the path.
set -euo pipefail
seconds=$1
shift
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

QUARKUS_HTTP_PORT=0 QUARKUS_MANAGEMENT_PORT=0 QUARKUS_LOG_CONSOLE_JSON_ENABLED=false \
  MASKER_MAPPING_USE_REDIS=false MASKER_UPSTREAM_URL=echo "$@" >"$work/log" 2>&1 &
gateway=$!
until url=$(grep -om1 'Listening on: http://[^ ]*[0-9]' "$work/log"); do kill -0 $gateway && sleep 0.1; done
url=${url#*: }

ticks() { awk '{print $14 + $15}' "/proc/$gateway/stat"; }

identifiers() { # how many: a line of JSON for each
  for ((i = 0; i < $1; i++)); do printf '    \\"InstanceId\\": \\"i-0%016x\\",\\n' $((i * 7919 + 104729)); done
}

load() { # name, bytes of the text, identifiers in it
  local text filler
  text=$(identifiers "$3")
  filler='the instances of the cluster wait for an answer of the database, and nobody knows why. '
  while ((${#text} < $2)); do text+=$filler; done
  cat >"$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["content-type"] = "application/json"
wrk.headers["x-api-key"] = "none"
wrk.body = [[{"model":"claude-opus-5-5","max_tokens":100,"messages":[{"role":"user","content":"${text:0:$2}"}]}]]
LUA
  wrk -t1 -c8 -d5 -s "$work/post.lua" "$url/v1/messages" >/dev/null
  local before
  before=$(ticks)
  wrk -t1 -c8 -d"$seconds" -s "$work/post.lua" "$url/v1/messages" >"$work/wrk"
  awk -v name="$1" -v ticks="$(($(ticks) - before))" -v hz="$(getconf CLK_TCK)" \
    -v rss="$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$gateway/status")" '
    /requests in/ { requests = $1 }
    /Non-2xx/ { exit 1 }
    END { printf "| %s | %.2f ms of CPU | %d requests, resident %d MiB |\n", name, ticks * 1000 / hz / requests, requests, rss }
  ' "$work/wrk"
}

load "2 KB, 10 identifiers, all known" 2000 10
load "16 KB, 10 identifiers, all known" 16000 10
load "16 KB, 100 identifiers, all known" 16000 100

redis-server --port 0 --unixsocket "$work/redis" --save '' >/dev/null &
redis() { redis-cli -s "$work/redis" "$@"; }
until redis ping >/dev/null 2>&1; do sleep 0.1; done
used() { redis info memory | tr -d '\r' | awk -F: '/^used_memory:/ {print $2}'; }

mapping() { # name, format of the value
  redis flushall >/dev/null
  local before
  before=$(used)
  awk -v format="$2" 'BEGIN { for (i = 0; i < 200000; i++) {
    value = sprintf(format, i)
    printf "SET aws:mask:%s EC2_%03d EX 604800\r\nSET aws:unmask:EC2_%03d %s EX 604800\r\n", value, i, i, value } }' |
    redis --pipe >/dev/null
  echo "| mapping of $1 in Redis | $((($(used) - before) / 200000)) bytes | $(redis dbsize) keys |"
}

mapping "an instance id" "i-0%016x"
mapping "an ARN of 70 bytes" "arn:aws:iam::123456789012:role/service/billing-prod-%018d"
