#!/bin/sh
# Throughput of a service: one client, 16 and 200, each sending single sentences, measured with wrk.
#
#   ./gloss serve MODEL --port 8080 & bench/serve.sh
#
# URL is the service's (http://127.0.0.1:8080), SECONDS_EACH how long each runs (20), TEXT the sentence.
# With PID=$! the most memory that the service has had is told, too.
set -eu
url=${URL:-http://127.0.0.1:8080}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/post.lua" <<LUA
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"text": "${TEXT:-Where is the station?}"}'
LUA
for clients in 1 16 200; do
  echo "$clients clients"
  wrk -t1 "-c$clients" "-d${SECONDS_EACH:-20}" --timeout 60 -s "$work/post.lua" "$url/translate" |
    grep -E 'Requests/sec|Latency|Socket errors|Non-2xx' || true
done
[ -z "${PID:-}" ] || grep VmHWM "/proc/$PID/status"
curl -s "$url/metrics" | grep -E '^gloss_(batch|lines)|^process_resident|^jvm_memory_used_bytes.area="heap"'
