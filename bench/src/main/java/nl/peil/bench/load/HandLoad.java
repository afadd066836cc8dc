package nl.peil.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import nl.peil.bench.harness.Answer;
import nl.peil.bench.harness.Contestant;
import nl.peil.bench.harness.Threads;
import nl.peil.bench.setting.Matrix;

/** A program that can do nothing but parse these files: the floor under any loader. */
final class HandLoad implements Contestant {

  private static final int PART = 8 << 20;
  private static final int LONGEST_LINE = 4096;

  private final List<Matrix> matrices;
  private Map<String, double[]> sums = Map.of();

  HandLoad(List<Matrix> matrices) {
    this.matrices = matrices;
  }

  @Override
  public String name() {
    return "hand-written parser";
  }

  @Override
  public String does() {
    return "a single-purpose Java program that reads the bytes, parses and adds up, on as many threads as cores: the"
        + " floor of parsing. It checks nothing and writes nothing.";
  }

  @Override
  public void run() throws Exception {
    var parts = new ArrayList<Callable<MatrixText>>();
    var modes = new ArrayList<String>();
    for (var matrix : matrices) {
      var tasks =
          matrix.packed() ? List.<Callable<MatrixText>>of(() -> stream(matrix)) : split(matrix);
      parts.addAll(tasks);
      tasks.forEach(task -> modes.add(matrix.mode().key()));
    }
    var found = new TreeMap<String, double[]>();
    List<Future<MatrixText>> done = Threads.all(parts);
    for (int i = 0; i < done.size(); i++) {
      var part = done.get(i).get();
      var sum = found.computeIfAbsent(modes.get(i), key -> new double[3]);
      sum[0] += part.pairs();
      sum[1] += part.minutes();
      sum[2] += part.zones();
    }
    sums = found;
  }

  private static List<Callable<MatrixText>> split(Matrix matrix) throws IOException {
    var parts = new ArrayList<Callable<MatrixText>>();
    try (var file = FileChannel.open(matrix.file())) {
      for (long from = 0; from < file.size(); from += PART) {
        long start = from;
        parts.add(() -> part(matrix, start));
      }
    }
    return parts;
  }

  /** The lines that begin in a part; the first line of the file is the header. */
  private static MatrixText part(Matrix matrix, long start) throws IOException {
    var text = new MatrixText(matrix);
    var bytes = new byte[PART + LONGEST_LINE];
    int size = 0;
    // From the byte before, so that a line that begins right here is known to begin here
    long from = Math.max(0, start - 1);
    try (var file = FileChannel.open(matrix.file())) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining() && file.read(buffer, from + size) > 0) {
        size = buffer.position();
      }
    }
    int last = (int) Math.min(size, PART + (start - from));
    if (size < bytes.length && size > 0 && bytes[size - 1] != '\n') {
      bytes[size] = '\n'; // the last line of the file has no end
    }
    text.lines(bytes, afterLine(bytes, 0), last);
    return text;
  }

  /** A packed file: its content in blocks, what is left of a line goes before the next block. */
  private static MatrixText stream(Matrix matrix) throws IOException {
    var text = new MatrixText(matrix);
    var bytes = new byte[PART + 1];
    boolean header = true;
    int left = 0;
    try (var in = matrix.open()) {
      int read;
      while ((read = in.readNBytes(bytes, left, PART - left)) > 0) {
        int size = left + read;
        if (size < PART && bytes[size - 1] != '\n') {
          bytes[size++] = '\n';
        }
        int end = size;
        while (bytes[end - 1] != '\n') {
          end--;
        }
        text.lines(bytes, header ? afterLine(bytes, 0) : 0, end);
        header = false;
        left = size - end;
        System.arraycopy(bytes, end, bytes, 0, left);
      }
    }
    return text;
  }

  private static int afterLine(byte[] bytes, int from) {
    int at = from;
    while (bytes[at++] != '\n') {
      // to the end of the line
    }
    return at;
  }

  @Override
  public Answer answer() {
    var answer = new Answer();
    sums.forEach((mode, sum) -> LoadAnswer.add(answer, mode, (long) sum[0], sum[1]));
    return answer;
  }

  @Override
  public String toString() {
    return name() + " " + Arrays.deepToString(sums.values().toArray());
  }
}
