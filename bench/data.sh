#!/bin/sh
# Training on many pairs in little memory: writes a corpus of invented words, draws batches from it,
# and trains some steps of a tiny network.
#
#   mvn -q -DskipTests package && PAIRS=10000000 bench/data.sh
#
# HEAP is the Java heap (2g), DROPOUT the share of BPE-dropout (0), STEPS the steps of training (20).
# The folder for all of it is made in TMPDIR and needs 2.5 GB for 10 million pairs.
set -eu
cd "$(dirname "$0")/.."
java=${JAVA:-java}
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-100000}"
# As the launcher has it.
export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
classes="target/test-classes:target/classes:$(echo target/lib/*.jar | tr ' ' ':')"

corpus() {
  "$java" -XX:+UseSerialGC "-Xmx${HEAP:-2g}" "-Ddropout=${DROPOUT:-0}" -Dfile.encoding=UTF-8 \
    -Dai.djl.offline=true -cp "$classes" gloss.task.LargeCorpus "$@" 2>"$work/err" ||
    { cat "$work/err" >&2; exit 1; }
}

corpus write "$work" "${PAIRS:-10000000}" >/dev/null
corpus batches "$work"
corpus train "$work" "${STEPS:-20}"
