#!/bin/sh
# Speed of decoding: a step of beam search for 32 sentences, and greedy search for one, with random
# weights; beside another program if there is one.
#
#   mvn -q -DskipTests package && bench/decode.sh
#
# REFERENCE='python reference.py' is a program that takes the same sizes (d= h= ff= L= B= K= S= T=
# V=) and threads=, does the same cached work and prints 'ms/step best X median Y'. Runs alternate,
# PAIRS of them; ratios are medians. OMP_NUM_THREADS chooses the threads (2). MODEL=FOLDER
# TEXT=FILE measures the translation of a file by a trained model as well.
set -eu
cd "$(dirname "$0")/.."
java=${JAVA:-java}
pairs=${PAIRS:-5}
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-100000}"
# As the launcher has it.
export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
patient="-XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=10000
  -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=400000"
classes="target/test-classes:target/classes:$(echo target/lib/*.jar | tr ' ' ':')"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

gloss() {
  # shellcheck disable=SC2086 # several words are meant
  "$java" -XX:+UseSerialGC -Xmx512m $patient -Dai.djl.offline=true -cp "$classes" gloss.bench.DecodeBenchmark \
    passes=60 "$@" 2>/dev/null
}

# middle FILE: the median of the numbers in a file
middle() {
  sort -n "$1" | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'
}

measure() {
  echo "$*, $OMP_NUM_THREADS threads, $pairs runs, median milliseconds a step"
  : >"$work/gloss"
  : >"$work/reference"
  : >"$work/ratio"
  for run in $(seq "$pairs"); do
    ours=$(gloss "$@" | sed 's/.*median \([0-9.]*\).*/\1/')
    echo "$ours" >>"$work/gloss"
    if [ -n "${REFERENCE:-}" ]; then
      theirs=$(env -u GOMP_SPINCOUNT -u GLIBC_TUNABLES $REFERENCE "$@" threads="$OMP_NUM_THREADS" | sed 's/.*median \([0-9.]*\).*/\1/')
      echo "$theirs" >>"$work/reference"
      echo "$ours $theirs" | awk '{printf "%.2f\n", $2 / $1}' | tee -a "$work/ratio" |
        sed "s/^/  run: gloss $ours, reference $theirs, ratio /"
    fi
  done
  echo "  gloss $(middle "$work/gloss")"
  [ -z "${REFERENCE:-}" ] ||
    echo "  reference $(middle "$work/reference"), median ratio $(middle "$work/ratio")"
}

measure B=32 K=5
measure B=1 K=1
if [ -n "${MODEL:-}" ] && [ -n "${TEXT:-}" ]; then
  for beam in 1 5; do
    echo "beam $beam, $(wc -l <"$TEXT") lines of $TEXT, from start to end"
    sh -c 'start=$(date +%s.%N); "$@" >/dev/null; end=$(date +%s.%N)
      echo "  $(echo "$end - $start" | bc) s"' sh \
      ./gloss translate "$MODEL" --beam "$beam" -i "$TEXT"
  done
fi
