#!/bin/sh
# Speed of training steps of a Transformer, in fp32 and bf16; beside another program if there is one.
#
#   mvn -q -DskipTests package && bench/train.sh
#
# REFERENCE='python reference.py' is a program that takes data=FILE init=FILE d= h= ff= L= steps=
# (the files are described in src/test/java/gloss/task/ReferenceFiles.java), does the same work and
# prints a line with 'tgt/s NUMBER'. Runs alternate, PAIRS of them; ratios are medians.
set -eu
cd "$(dirname "$0")/.."
java=${JAVA:-java}
pairs=${PAIRS:-5}
steps=${STEPS:-25}
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-100000}"
# As the launcher has it; the other program runs as it comes.
export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
classes="target/test-classes:target/classes:$(echo target/lib/*.jar | tr ' ' ':')"

gloss() {
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseTransparentHugePages -Xmx512m -Dai.djl.offline=true -cp "$classes" gloss.task.TrainingSteps \
    data="$work/batches" init="$work/weights" "$@" 2>/dev/null | grep RESULT
}

reference() {
  env -u GOMP_SPINCOUNT -u GLIBC_TUNABLES $REFERENCE data="$work/batches" init="$work/weights" opt=fused clip=1.0 log=100000 "$@" |
    grep RESULT
}

# speeds FILE: the 'tgt/s' of each result; middle: the median of numbers
speeds() { sed 's/.*tgt\/s \([0-9]*\).*/\1/' "$1"; }
middle() { sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }

measure() {
  echo "$*, $steps steps, $pairs runs, target tokens a second"
  for run in $(seq "$pairs"); do
    gloss "$@" steps="$steps" precision=FP32 >>"$work/fp32"
    gloss "$@" steps="$steps" precision=BF16 >>"$work/bf16"
    if [ -n "${REFERENCE:-}" ]; then
      reference "$@" steps="$steps" >>"$work/reference"
      echo "  run: reference, fp32, bf16:" $(for of in reference fp32 bf16; do
        speeds "$work/$of" | tail -1
      done)
    fi
  done
  echo "  median fp32 $(speeds "$work/fp32" | middle), bf16 $(speeds "$work/bf16" | middle)"
  if [ -n "${REFERENCE:-}" ]; then
    speeds "$work/reference" >"$work/speeds"
    for precision in fp32 bf16; do
      ratio=$(speeds "$work/$precision" | paste - "$work/speeds" | awk '{print $1 / $2}' | middle)
      echo "  median of the ratios, $precision: $ratio"
    done
    echo "  peak memory in MB: reference$(sed 's/.*hwm//' "$work/reference" | tail -1)," \
      "fp32$(sed 's/.*hwm//' "$work/fp32" | tail -1), bf16$(sed 's/.*hwm//' "$work/bf16" | tail -1)"
  fi
  rm -f "$work"/fp32 "$work"/bf16 "$work"/reference
}

"$java" -version 2>&1 | head -1
case ${SIZE:-all} in
  small | all) measure d=128 h=4 ff=512 L=4 ;;
esac
case ${SIZE:-all} in
  large | all) measure d=512 h=8 ff=2048 L=6 ;;
esac
