#!/bin/sh
# Speed and memory of scoring, on one core, against the figures of the Python tools.
#
#   mvn -q -DskipTests package && bench/score.sh
#
# GLOSS_BENCH_TEXT=FILE takes its sentences from a file instead of inventing them.
# JAVA and CORE choose the JVM and the core (taskset).
set -eu
cd "$(dirname "$0")/.."
java=${JAVA:-java}
pin=""
if command -v taskset >/dev/null 2>&1; then
  pin="taskset -c ${CORE:-0}"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests="target/test-classes:target/classes"
gloss="target/classes:$(echo target/lib/picocli-*.jar)"

"$java" -version 2>&1 | head -1
echo
echo "Steady state, one thread, CPU time"
$pin "$java" -cp "$tests" gloss.score.bench.SteadyState
$pin "$java" -cp "$tests" gloss.score.bench.RougeSteadyState

# CPU time counts all threads of the process, the compiler's and the collector's too; unlike wall time it
# hardly depends on what else the machine does.
measure() {
  title=$1
  shift
  echo "$title"
  $pin sh -c 'start=$(date +%s.%N); "$@" >/dev/null; end=$(date +%s.%N)
    echo "  wall $(echo "$end - $start" | bc) s, CPU (user system) $(times | tail -1)"' sh "$@"
  # The peak of resident memory, where GNU time is installed.
  if [ -x /usr/bin/time ]; then
    $pin /usr/bin/time -f "  wall %e s, user %U s, peak %M KB" "$@" >/dev/null
  fi
}

echo
"$java" -cp "$tests" gloss.score.bench.BenchmarkText "$work/large" 1000000
"$java" -cp "$tests" gloss.score.bench.BenchmarkText "$work/small" 3000
"$java" -cp "$tests" gloss.score.bench.BenchmarkText "$work/pair" 50000
measure "BLEU of 1,000,000 segments from files, JVM start included (bound: 6 s, 400 MB)" \
  "$java" -cp "$gloss" gloss.cli.Gloss score "$work/large/ref" -i "$work/large/hyp1" -b -j 1
measure "BLEU of 3,000 segments, cold (bound: 0.6 s)" \
  "$java" -cp "$gloss" gloss.cli.Gloss score "$work/small/ref" -i "$work/small/hyp1" -b -j 1
measure "Paired bootstrap, 1,000 resamples, 50,000 segments, two systems (Python: 29.4 s CPU)" \
  "$java" -cp "$gloss" gloss.cli.Gloss score "$work/pair/ref" \
  -i "$work/pair/hyp1" "$work/pair/hyp2" --paired-bs -j 1
