package nl.peil.source.omx;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.peil.quality.RejectedFileException;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * An OMX file to read from: an HDF5 file with square matrices of one size under {@code /data}, and
 * under {@code /lookup} the zones that their rows and columns stand for. A matrix is read by blocks
 * of rows. For one thread at a time.
 */
public final class OmxFile implements Closeable {

  private static final int BLOCK_CELLS = 1 << 18;

  private final LocalCopy copy;
  private final String file;
  private final HdfFile hdf;
  private final Map<String, Dataset> matrices;
  private final Map<String, Dataset> mappings;
  private final int zones;

  private OmxFile(LocalCopy copy, String file, HdfFile hdf) throws RejectedFileException {
    this.copy = copy;
    this.file = file;
    this.hdf = hdf;
    var structure = OmxStructure.of(hdf, file);
    this.matrices = structure.matrices();
    this.mappings = structure.mappings();
    this.zones = structure.zones();
  }

  /**
   * Opens a file on a local disk, where it is.
   *
   * @param path the file
   * @param file name for messages, relative to the delivery
   * @throws RejectedFileException with rule {@code not_hdf5}, {@code broken_hdf5}, {@code
   *     unsupported_hdf5}, {@code not_omx}, {@code no_matrix} or {@code wrong_shape}
   */
  public static OmxFile open(Path path, String file) throws IOException, RejectedFileException {
    return open(LocalCopy.inPlace(path), file);
  }

  /**
   * Opens a file on any file system: a local one where it is, another as a temporary copy.
   *
   * @param uri full address
   * @param file name for messages, relative to the delivery
   * @param hadoop Hadoop settings, as Spark holds them
   * @throws RejectedFileException as {@link #open(Path, String)}
   */
  public static OmxFile open(String uri, String file, Configuration hadoop)
      throws IOException, RejectedFileException {
    return open(LocalCopy.of(uri, hadoop), file);
  }

  /**
   * Opens a temporary copy of a stream.
   *
   * @param in bytes of the file; closed afterwards
   * @param file name for messages, relative to the delivery
   * @throws RejectedFileException as {@link #open(Path, String)}
   */
  public static OmxFile open(InputStream in, String file)
      throws IOException, RejectedFileException {
    return open(LocalCopy.of(in, file), file);
  }

  private static OmxFile open(LocalCopy copy, String file)
      throws IOException, RejectedFileException {
    HdfFile hdf = null;
    boolean opened = false;
    try {
      Hdf5Check.check(copy.path(), file);
      hdf = new HdfFile(copy.path());
      var omx = new OmxFile(copy, file, hdf);
      opened = true;
      return omx;
    } catch (RuntimeException e) {
      throw Rejections.unreadable(file, "its contents", e);
    } finally {
      if (!opened) {
        if (hdf != null) {
          hdf.close();
        }
        copy.close();
      }
    }
  }

  /** What was copied to open the file, for a person; empty when it is read in place. */
  public String note() {
    return copy.note();
  }

  /** Version of OMX that the file states; empty when it does not. */
  public String version() {
    var version = hdf.getAttribute("OMX_VERSION");
    return version == null ? "" : String.valueOf(version.getData());
  }

  /** Names of the matrices, in the order of the file. */
  public List<String> matrices() {
    return List.copyOf(matrices.keySet());
  }

  /** Names of the mappings, in the order of the file; empty when there are none. */
  public List<String> mappings() {
    return List.copyOf(mappings.keySet());
  }

  /** Number of zones: rows and columns of every matrix. */
  public int zones() {
    return zones;
  }

  /**
   * The zones that a mapping gives to the rows and columns: numbers in plain decimals, texts
   * without surrounding blanks.
   *
   * @param name name of the mapping; null: the only one that there is
   * @throws RejectedFileException with rule {@code unknown_mapping} when there is none of that
   *     name, {@code no_mapping} or {@code ambiguous_mapping} when it has no name and there is none
   *     or more than one, {@code bad_mapping} when it does not give each row its own zone
   */
  public List<String> mapping(@Nullable String name) throws RejectedFileException {
    if (name == null && mappings.size() != 1) {
      throw mappings.isEmpty()
          ? Rejections.reject(
              "no_mapping",
              file,
              "expected the zones of the rows in /lookup, there are none",
              "give a list of the %,d zones, in the order of the rows".formatted(zones))
          : Rejections.reject(
              "ambiguous_mapping",
              file,
              "expected one mapping of rows to zones, got " + mappings.keySet(),
              "name one of them: 'mapping' of this source, or --mapping on the command line");
    }
    var vector = name == null ? mappings.values().iterator().next() : mappings.get(name);
    if (vector == null) {
      throw Rejections.reject(
          "unknown_mapping",
          file,
          "expected mapping '%s'; the file has %s".formatted(name, mappings.keySet()),
          "correct the name: 'mapping' of this source, or --mapping on the command line");
    }
    try {
      return ZoneMapping.read(vector, zones, file);
    } catch (RuntimeException e) {
      throw Rejections.unreadable(file, "mapping '" + vector.getName() + "'", e);
    }
  }

  /** The zones when the rows are numbered: 1 to {@link #zones}. */
  public List<String> positions() {
    return IntStream.rangeClosed(1, zones).mapToObj(Integer::toString).toList();
  }

  /**
   * The value that stands for no value in a matrix (its attribute {@code NA}); empty when it states
   * none.
   *
   * @throws RejectedFileException with rule {@code unknown_matrix}
   */
  public OptionalDouble noValue(String matrix) throws RejectedFileException {
    var attribute = matrix(matrix).getAttribute("NA");
    var value = attribute == null ? null : attribute.getData();
    if (value != null && value.getClass().isArray() && Array.getLength(value) == 1) {
      value = Array.get(value, 0);
    }
    return value instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /**
   * Rows that are read at once when a matrix is read from top to bottom: about 2 MB of cells, and
   * whole chunks, because a chunk is always unpacked whole. A matrix whose chunks span all rows is
   * thus one block.
   *
   * @throws RejectedFileException with rule {@code unknown_matrix}
   */
  public int rowsPerBlock(String matrix) throws RejectedFileException {
    int unit =
        matrix(matrix) instanceof ChunkedDataset chunked ? chunked.getChunkDimensions()[0] : 1;
    int units = Math.max(1, BLOCK_CELLS / zones / unit);
    return (int) Math.min(zones, (long) units * unit);
  }

  /**
   * Reads rows.
   *
   * @param matrix name of the matrix
   * @param from first row, from 0
   * @param to row after the last
   * @return the cells, row after row: (to - from) x {@link #zones}
   * @throws RejectedFileException with rule {@code unknown_matrix}, {@code empty_matrix} when no
   *     cell was ever written, {@code not_numeric} when the cells are no numbers, or {@code
   *     broken_hdf5} or {@code unsupported_hdf5} when they cannot be read
   * @throws IllegalArgumentException when there are no such rows
   */
  public double[] rows(String matrix, int from, int to) throws RejectedFileException {
    if (from < 0 || to > zones || from >= to) {
      throw new IllegalArgumentException(
          "expected rows within 0 to %,d, got %,d to %,d".formatted(zones, from, to));
    }
    var dataset = matrix(matrix);
    Object values;
    try {
      if (dataset.isEmpty()) {
        throw Rejections.reject(
            "empty_matrix",
            file,
            "expected cells in matrix '%s', none was ever written".formatted(matrix),
            "leave this matrix out, or ask for the file again");
      }
      values = dataset.getData(new long[] {from, 0}, new int[] {to - from, zones});
    } catch (RuntimeException e) {
      throw Rejections.unreadable(
          file, "rows %,d to %,d of matrix '%s'".formatted(from, to, matrix), e);
    }
    var cells = new double[Math.multiplyExact(to - from, zones)];
    if (!CellValues.copy(values, cells, zones)) {
      throw Rejections.reject(
          "not_numeric",
          file,
          "expected numbers in matrix '%s', got %s"
              .formatted(matrix, dataset.getJavaType().getSimpleName()),
          "leave this matrix out, or convert it to 32-bit floating point");
    }
    if (dataset instanceof ChunkedDataset chunked) {
      UnwrittenChunks.fill(chunked, cells, from, to, zones);
    }
    return cells;
  }

  /**
   * The cells of a matrix, one after another.
   *
   * @throws RejectedFileException with rule {@code unknown_matrix}
   */
  public OmxCells cells(String matrix) throws RejectedFileException {
    return cells(matrix, 0, zones);
  }

  /**
   * The cells of some rows, one after another. Parts that are read apart from each other begin best
   * at a multiple of {@link #rowsPerBlock}.
   *
   * @param from first row, from 0
   * @param to row after the last
   * @throws RejectedFileException with rule {@code unknown_matrix}
   */
  public OmxCells cells(String matrix, int from, int to) throws RejectedFileException {
    return new OmxCells(this, matrix, from, to, rowsPerBlock(matrix));
  }

  @Override
  public void close() throws IOException {
    try {
      hdf.close();
    } finally {
      copy.close();
    }
  }

  private Dataset matrix(String name) throws RejectedFileException {
    var matrix = matrices.get(name);
    if (matrix == null) {
      throw Rejections.reject(
          "unknown_matrix",
          file,
          "expected matrix '%s'; the file has %s".formatted(name, matrices.keySet()),
          "correct the name under 'matrices' of this source");
    }
    return matrix;
  }
}
