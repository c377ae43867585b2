#!/bin/sh
# What the Java API costs over the decoder, and CoreNLP's annotator over the API.
#
#   mvn -q -DskipTests package && bench/pipeline.sh MODEL TEXT [ROUNDS [SENTENCES]]
#
# TEXT has a sentence a line. In each of ROUNDS (5) rounds all ways translate it, one after the other;
# a document is SENTENCES (50) lines. OMP_NUM_THREADS chooses the threads.
set -eu
model=$1
text=$2
root=$(cd "$(dirname "$0")/.." && pwd)
classes="$root/target/test-classes:$root/target/classes:$(echo "$root"/target/lib/*.jar | tr ' ' ':')"
exec "${JAVA:-java}" -XX:+UseSerialGC -Dai.djl.offline=true -cp "$classes" \
  gloss.bench.PipelineBenchmark "$model" "$text" "${3:-5}" "${4:-50}" 2>/dev/null
