package gloss.spark;

import gloss.text.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Text by any path that Hadoop knows: a file, a folder of files, or a pattern such as {@code
 * corpus/part-*}; compressed files are told by their names. Files follow one another by name; only
 * LF ends a line.
 */
final class TextFiles {
  private final JavaSparkContext context;

  TextFiles(JavaSparkContext context) {
    this.context = context;
  }

  /**
   * The bytes of every line, in order.
   *
   * @throws InputException if there is no such file
   */
  JavaRDD<byte[]> lines(String name) throws IOException {
    Job job = Job.getInstance(context.hadoopConfiguration());
    for (Path file : files(name)) {
      FileInputFormat.addInputPath(job, file);
    }
    Configuration settings = job.getConfiguration();
    settings.set("textinputformat.record.delimiter", "\n");
    return context
        .newAPIHadoopRDD(settings, TextInputFormat.class, LongWritable.class, Text.class)
        .map(entry -> entry._2.copyBytes());
  }

  private List<Path> files(String name) throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      Path pattern = new Path(name);
      FileSystem system = pattern.getFileSystem(context.hadoopConfiguration());
      FileStatus[] found = system.globStatus(pattern);
      if (found == null || found.length == 0) {
        throw new InputException(name + ": no such file");
      }
      Arrays.sort(found, byName());
      for (FileStatus status : found) {
        if (status.isDirectory()) {
          files.addAll(filesOf(system, status.getPath()));
        } else {
          files.add(status.getPath());
        }
      }
    } catch (IllegalArgumentException | FileNotFoundException e) {
      throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }
    if (files.isEmpty()) {
      throw new InputException(name + ": there is no file in this folder");
    }
    return files;
  }

  /** Those that are not hidden, as {@code _SUCCESS} is. */
  private static List<Path> filesOf(FileSystem system, Path folder) throws IOException {
    return Arrays.stream(system.listStatus(folder))
        .filter(FileStatus::isFile)
        .sorted(byName())
        .map(FileStatus::getPath)
        .filter(path -> !path.getName().startsWith("_") && !path.getName().startsWith("."))
        .toList();
  }

  private static Comparator<FileStatus> byName() {
    return Comparator.comparing(status -> status.getPath().toString());
  }
}
