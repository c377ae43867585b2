package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project whose Maven and Java only write down what they are asked. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "dirname",
          "find",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "touch",
          "tr");

  @TempDir Path folder;
  private Path root;
  private Path tools;
  private Path javaHome;
  private Path jar;
  private Path source;

  @BeforeEach
  void makeProject() throws IOException {
    folder = folder.toRealPath();
    root = Files.createDirectories(folder.resolve("a project"));
    jar = root.resolve("target/gloss.jar");
    Files.copy(
        Processes.project().resolve("gloss"),
        root.resolve("gloss"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    source = root.resolve("src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class A {}");
    ageSources(100);
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      script(tools.resolve(tool), "exec " + find(tool) + " \"$@\"\n");
    }
    javaHome = folder.resolve("java home");
    java("17.0.1");
    mvn("mkdir -p target; echo built >target/gloss.jar");
  }

  /** This Java prints its arguments and variables, and exits with its last argument. */
  private void java(String version) throws IOException {
    script(
        javaHome.resolve("bin/java"),
        """
        for arg in "$@"; do
          case $arg in -XX:DumpLoadedClassList=*) [ -e archives ] || exit 1 ; echo A >"${arg#*=}"; exit ;; esac
          case $arg in -XX:SharedArchiveFile=*) file=${arg#*=} ;; esac
        done
        case " $* " in *Xshare:dump*) echo dump >>archives; echo archive >"$file"; exit ;; esac
        last=
        for arg in "$@"; do printf '[%s]\\n' "$arg"; last=$arg; done
        printf 'threads=%s spin=%s\\n' "$OMP_NUM_THREADS" "${GOMP_SPINCOUNT:-}"
        printf 'memory=%s\\n' "$GLIBC_TUNABLES"
        case $last in [0-9]*) exit "$last" ;; esac
        """);
    Files.writeString(
        javaHome.resolve("release"), "OTHER=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
  }

  private void mvn(String body) throws IOException {
    script(
        tools.resolve("mvn"),
        "cd \"" + root + "\" || exit 1\necho \"$@\" >>../mvn.log\n" + body + "\n");
  }

  private static void script(Path path, String body) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path find(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void ageSources(int seconds) throws IOException {
    for (Path path = source; !path.equals(root); path = path.getParent()) {
      age(path, seconds);
    }
    age(root.resolve("pom.xml"), seconds);
  }

  private static void age(Path path, int seconds) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  private void currentBuild() throws IOException {
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "built");
  }

  private Processes launcher(String... args) {
    List<String> command = new ArrayList<>(List.of(root.resolve("gloss").toString()));
    command.addAll(Arrays.asList(args));
    return started(command);
  }

  private Processes started(List<String> command) {
    return Processes.of(command)
        .in(folder)
        .variable("PATH", tools.toString())
        .variable("JAVA_HOME", javaHome.toString())
        .variable("OMP_NUM_THREADS", "")
        .variable("GOMP_SPINCOUNT", "")
        .variable("OMP_WAIT_POLICY", "")
        .variable("GLIBC_TUNABLES", "")
        .variable("GLOSS_JAVA_OPTS", "")
        .variable("GLOSS_HEAP", "");
  }

  private int builds() throws IOException {
    Path log = folder.resolve("mvn.log");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  @Test
  void buildsOnceAndSaysSoInOneLine() throws IOException {
    Processes.Result first = launcher("score").run();
    assertThat(first.errLines())
        .containsExactly("gloss: building (first time: a few minutes, downloads about 200 MB)…");
    assertThat(first.out()).contains("[-jar]\n[" + jar + "]\n[score]\n");
    launcher("score").run().ok();
    assertThat(builds()).isEqualTo(1);
    assertThat(root.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException {
    currentBuild();
    launcher().run().ok();
    assertThat(builds()).isZero();
    age(jar, 50);
    age(source, 10);
    assertThat(launcher().run().err()).contains("building, because a source is newer");
    age(jar, 50);
    age(root.resolve("pom.xml"), 10);
    launcher().run();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aSourceSavedDuringTheBuildIsBuiltNextTime() throws IOException {
    mvn("sleep 1; touch src/main/java/A.java; mkdir -p target; echo built >target/gloss.jar");
    launcher().run();
    launcher().run();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aClassDataArchiveIsMadeOncePerBuildAndUsed() throws IOException {
    currentBuild();
    Files.createFile(folder.resolve("archives"));
    String used = "[-XX:SharedArchiveFile=" + root + "/target/gloss-jdk17.0.1.jsa]";
    for (int run = 0; run < 2; run++) {
      assertThat(launcher("score").run().ok().out()).contains(used);
    }
    assertThat(Files.readAllLines(folder.resolve("archives"))).hasSize(1);
    age(root.resolve("target/gloss-jdk17.0.1.jsa"), 10);
    launcher("score").run().ok();
    assertThat(Files.readAllLines(folder.resolve("archives"))).hasSize(2);
    try (Stream<Path> files = Files.list(root.resolve("target"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("gloss.jar", "gloss-jdk17.0.1.jsa");
    }
  }

  @Test
  void whereNoArchiveCanBeMadeItGoesWithoutAndDoesNotTryAgain() throws IOException {
    currentBuild();
    assertThat(launcher("score").run().ok().out()).doesNotContain("SharedArchiveFile");
    Files.createFile(folder.resolve("archives"));
    assertThat(launcher("score").run().ok().out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void passesArgumentsAndTheExitCode() throws IOException {
    currentBuild();
    Processes.Result result = launcher("a b", "", "*", "$HOME", "7").run();
    assertThat(result.out()).contains("[a b]\n[]\n[*]\n[$HOME]\n[7]\n");
    assertThat(result.exit()).isEqualTo(7);
  }

  @Test
  void worksThroughSymbolicLinks() throws IOException {
    currentBuild();
    Files.createSymbolicLink(root.resolve("second"), Path.of("gloss"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("gloss"), Path.of("../a project/second"));
    for (List<String> command :
        List.of(List.of(bin + "/gloss"), List.of("./gloss"), List.of("sh", "gloss"))) {
      assertThat(started(command).in(bin).run().ok().out()).contains("[" + jar + "]\n");
    }
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() throws IOException {
    mvn("echo '[ERROR] A.java:1 not Java'; mkdir -p target; echo half >target/gloss.jar; exit 1");
    Processes.Result result = launcher().run();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("[ERROR] A.java:1 not Java", "gloss: the build failed");
    assertThat(result.out()).isEmpty();
    assertThat(jar).doesNotExist();
    assertThat(root.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void oldOrMissingJavaIsOneLine() throws IOException {
    currentBuild();
    java("11.0.2");
    assertThat(launcher().run().errLines())
        .containsExactly(
            "gloss: Java 17 or newer is needed, but " + javaHome + "/bin/java is 11.0.2");
    Processes.Result none = launcher().variable("JAVA_HOME", "").run();
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.errLines()).singleElement().asString().startsWith("gloss: no java found;");
    assertThat(launcher().variable("JAVA_HOME", "/none").run().errLines())
        .containsExactly("gloss: JAVA_HOME is /none, but there is no bin/java in it");
  }

  @Test
  void missingMavenIsOneLine() throws IOException {
    Files.delete(tools.resolve("mvn"));
    Processes.Result result = launcher().run();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.errLines()).singleElement().asString().contains("there is no mvn");
  }

  @Test
  void theLockOfADeadBuilderIsBroken() throws IOException {
    currentBuild();
    Files.createDirectories(root.resolve("target/build.lock"));
    Files.writeString(root.resolve("target/build.lock/pid"), "999999999\n");
    assertThat(launcher("score").run().out()).contains("[score]");
    assertThat(builds()).as("what the dead one left cannot be trusted").isEqualTo(1);
  }

  @Test
  void aSecondLauncherWaitsForTheFirst() throws Exception {
    mvn("sleep 2; mkdir -p target; echo built >target/gloss.jar");
    Processes.Result[] results = new Processes.Result[2];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int slot = i;
      threads.add(new Thread(() -> results[slot] = launcher("score").run()));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(results).allSatisfy(result -> assertThat(result.out()).contains("[score]"));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void sparkIsBuiltInWhenFirstUsedAndThenStays() throws IOException {
    currentBuild();
    mvn("mkdir -p target/spark-lib; echo built >target/gloss.jar");
    Processes.Result first = launcher("--debug", "spark", "score").run();
    assertThat(first.errLines()).singleElement().asString().contains("building with Apache Spark");
    assertThat(first.out())
        .contains("[-cp]\n[" + jar + ":" + root + "/target/spark-lib/*]\n[gloss.cli.Gloss]\n")
        .contains("[--debug]\n[spark]\n[score]\n");
    launcher("spark", "score").run().ok();
    launcher("score", "spark").run().ok();
    assertThat(builds()).isEqualTo(1);
    age(jar, 50);
    age(source, 10);
    assertThat(launcher("score").run().out()).contains("[-jar]\n[" + jar + "]\n[score]\n");
    assertThat(Files.readAllLines(folder.resolve("mvn.log")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains(" -Dquick -Pspark "));
  }

  @Test
  void whoDoesNotUseSparkDoesNotFetchIt() throws IOException {
    launcher("score", "spark").run();
    assertThat(Files.readString(folder.resolve("mvn.log"))).doesNotContain("-Pspark");
  }

  @Test
  void setsThreadsUnlessTheUserDid() throws IOException {
    currentBuild();
    assertThat(launcher().run().ok().out()).containsPattern("threads=[1-9][0-9]* spin=1000");
    assertThat(launcher().variable("OMP_NUM_THREADS", "3").run().ok().out())
        .contains("threads=3 spin=1000");
    assertThat(launcher().variable("OMP_WAIT_POLICY", "passive").run().ok().out())
        .containsPattern("spin=\n");
  }

  @Test
  void memoryComesInLargePagesUnlessToldOtherwise() throws IOException {
    assertThat(launcher("score").run().out()).contains("memory=glibc.malloc.hugetlb=1\n");
    String own = "glibc.malloc.check=0";
    assertThat(launcher("score").variable("GLIBC_TUNABLES", own).run().out())
        .contains("memory=" + own + "\n");
  }

  @Test
  void aTrainingLeavesTheCoresToTheEngine() throws IOException {
    currentBuild();
    String quick = "[-XX:TieredStopAtLevel=1]\n";
    assertThat(launcher("train", "recipe.yaml").run().out()).contains(quick);
    assertThat(launcher("cross-validate", "recipe.yaml").run().out()).contains(quick);
    assertThat(launcher("score", "train").run().out()).doesNotContain(quick);
    assertThat(launcher("--help").run().out()).doesNotContain(quick);
  }

  @Test
  void heapAndOptionsReachTheJvm() throws IOException {
    currentBuild();
    Processes.Result result =
        launcher()
            .variable("GLOSS_HEAP", "3g")
            .variable("GLOSS_JAVA_OPTS", "-Da=* -XX:+UseParallelGC")
            .run()
            .ok();
    assertThat(result.out())
        .contains("[-Xmx3g]\n", "[-Da=*]\n[-XX:+UseParallelGC]\n")
        .doesNotContain("SerialGC", "gloss.terminal");
  }
}
