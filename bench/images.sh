#!/bin/sh
# Speed of training on Fashion-MNIST: a perceptron and a small convolutional network, in pictures a
# second; beside PyTorch if there is a Python that has it.
#
#   ./gloss corpora fetch fashion-mnist
#   mvn -q -DskipTests package && PYTHON=python3 bench/images.sh
#
# Networks, batch size (128), optimizer and threads are the same; runs alternate, PAIRS of them, and
# ratios are medians. An epoch takes 60,000 / (pictures a second). On a busy machine,
# OMP_NUM_THREADS=1 COUNT=cpu counts the processor's time.
set -eu
cd "$(dirname "$0")/.."
java=${JAVA:-java}
pairs=${PAIRS:-5}
corpus=${CORPUS:-corpora/fashion-mnist}
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-100000}"
# As the launcher has it; the other program runs as it comes.
export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
classes=${CLASSES:-"target/test-classes:target/classes:$(echo target/lib/*.jar | tr ' ' ':')"}

gloss() { # NETWORK STEPS
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseTransparentHugePages -Xmx512m -Dai.djl.offline=true -cp "$classes" \
    gloss.task.image.ImageSteps "$corpus" "$1" "$2" 2>/dev/null | grep RESULT
}

reference() { # NAME STEPS
  env -u GOMP_SPINCOUNT -u GLIBC_TUNABLES "$PYTHON" src/test/python/image_reference.py "$corpus/data" "$1" "$2" | grep RESULT
}

speed() { sed "s/.*${COUNT:-images\\/s} \([0-9]*\).*/\1/"; }
middle() { sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }

measure() { # NAME NETWORK STEPS
  echo "$1, $3 steps, $pairs runs, pictures a second"
  for run in $(seq "$pairs"); do
    gloss "$2" "$3" | speed >>"$work/gloss"
    if [ -n "${PYTHON:-}" ]; then
      reference "$1" "$3" | speed >>"$work/reference"
      echo "  run $run: gloss $(tail -1 "$work/gloss"), PyTorch $(tail -1 "$work/reference")"
    fi
  done
  echo "  median $(middle <"$work/gloss")"
  if [ -n "${PYTHON:-}" ]; then
    ratio=$(paste "$work/reference" "$work/gloss" | awk '{print $1 / $2}' | middle)
    echo "  PyTorch $(middle <"$work/reference"); time relative to PyTorch's: $ratio"
  fi
  rm -f "$work/gloss" "$work/reference"
}

"$java" -version 2>&1 | head -1
measure perceptron '{type: perceptron, hidden: [128]}' "${PERCEPTRON_STEPS:-4690}"
measure convolutional '{type: convolutional, channels: [32, 64]}' "${CONVOLUTIONAL_STEPS:-150}"
