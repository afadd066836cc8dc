package nl.peil.source.omx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes an OMX 0.2 file: matrices of 32-bit floating point, zlib level 1 with shuffle as the
 * Python library does it, in chunks of whole rows. A matrix streams; what is in memory is one chunk
 * of about 256 kB.
 *
 * <p>The file appears under its name with {@link #finish}; until then it is beside it as {@code
 * .part}, and closing without finishing removes that.
 */
public final class OmxWriter implements Closeable {

  private static final String VERSION = "0.2";
  private static final int CHUNK_BYTES = 1 << 18;
  private static final int DEFLATE_LEVEL = 1;
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,8}");

  private final Path target;
  private final Path part;
  private final int zones;
  private final int chunkRows;
  private final Hdf5Output out;
  private final Map<String, Long> matrices = new LinkedHashMap<>();
  private final Map<String, Long> mappings = new LinkedHashMap<>();

  private OmxWriter(Path target, int zones, int chunkRows) throws IOException {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.zones = zones;
    this.chunkRows = chunkRows;
    this.out = new Hdf5Output(part);
  }

  /**
   * Begins a file; one of the same name stays as it is until {@link #finish}.
   *
   * @param target local path
   * @param zones number of zones: rows and columns of every matrix
   * @throws IllegalArgumentException when there are no zones
   */
  public static OmxWriter create(Path target, int zones) throws IOException {
    if (zones <= 0) {
      throw new IllegalArgumentException("expected at least one zone, got " + zones);
    }
    return create(target, zones, CHUNK_BYTES);
  }

  /** Begins a file with chunks of about so many bytes, at least one row. */
  static OmxWriter create(Path target, int zones, int chunkBytes) throws IOException {
    long rowBytes = (long) zones * Float.BYTES;
    int chunkRows = (int) Math.max(1, Math.min(zones, chunkBytes / rowBytes));
    return new OmxWriter(target, zones, chunkRows);
  }

  /**
   * Writes the zones of the rows and columns. Codes that are all whole numbers without leading
   * zeros (below a billion) are stored as numbers, others as text.
   *
   * @param name name of the mapping, for example {@code zone_number}
   * @param codes code of each zone, in the order of the rows
   * @throws IllegalArgumentException when the number of codes is not that of the zones, one is
   *     blank or double, or the name is taken
   */
  public void mapping(String name, List<String> codes) throws IOException {
    checkName(name, mappings);
    if (codes.size() != zones
        || new HashSet<>(codes).size() != zones
        || codes.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "mapping '%s': expected %,d different codes that are not blank, got %,d"
              .formatted(name, zones, codes.size()));
    }
    boolean numbers = codes.stream().allMatch(code -> NUMBER.matcher(code).matches());
    var texts = codes.stream().map(code -> code.getBytes(StandardCharsets.UTF_8)).toList();
    int longest = texts.stream().mapToInt(text -> text.length).max().orElse(1);
    boolean ascii = codes.stream().allMatch(code -> code.chars().allMatch(c -> c < 128));
    var type = numbers ? Hdf5Messages.Type.INTEGER : Hdf5Messages.Type.text(longest, ascii);
    var values = Hdf5Messages.buffer(Math.multiplyExact(zones, type.size()));
    for (int i = 0; i < zones; i++) {
      if (numbers) {
        values.putInt(Integer.parseInt(codes.get(i)));
      } else {
        values.put(Arrays.copyOf(texts.get(i), longest));
      }
    }
    long address = out.append(values.flip());
    mappings.put(
        name,
        out.header(
            List.of(
                Hdf5Messages.dataspace(zones),
                Hdf5Messages.datatype(type),
                Hdf5Messages.fillValue(false),
                Hdf5Messages.contiguous(address, (long) zones * type.size()))));
  }

  /**
   * Writes a matrix.
   *
   * @param name name of the matrix, for example {@code auto_spits}
   * @param rows gives the rows, from the first to the last; a cell it leaves is NaN
   * @throws IllegalArgumentException when the name is taken, blank, or has a slash
   */
  public void matrix(String name, MatrixRows rows) throws IOException {
    checkName(name, matrices);
    var chunks = new ArrayList<Hdf5Output.Chunk>();
    var packer = new ChunkPacker(Math.multiplyExact(chunkRows, zones), DEFLATE_LEVEL);
    try {
      var cells = new float[zones];
      for (int first = 0; first < zones; first += chunkRows) {
        packer.clear();
        for (int row = first; row < Math.min(zones, first + chunkRows); row++) {
          Arrays.fill(cells, Float.NaN);
          rows.fill(row, cells);
          packer.add(cells);
        }
        var packed = packer.pack();
        int size = packed.remaining();
        chunks.add(new Hdf5Output.Chunk(first, out.append(packed), size));
      }
    } finally {
      packer.close();
    }
    long tree = out.chunkTree(chunks, chunkRows, zones);
    matrices.put(
        name,
        out.header(
            List.of(
                Hdf5Messages.dataspace(zones, zones),
                Hdf5Messages.datatype(Hdf5Messages.Type.FLOAT),
                Hdf5Messages.fillValue(true),
                Hdf5Messages.filters(DEFLATE_LEVEL),
                Hdf5Messages.chunked(tree, chunkRows, zones))));
  }

  /**
   * Completes the file and puts it in its place.
   *
   * @throws IllegalStateException when there is no matrix
   */
  public void finish() throws IOException {
    if (matrices.isEmpty()) {
      throw new IllegalStateException("expected at least one matrix before " + target + " is done");
    }
    int leafK = Math.max(4, (Math.max(matrices.size(), mappings.size()) + 1) / 2);
    var groups = new LinkedHashMap<String, Long>();
    groups.put("data", out.group(matrices, List.of(), leafK).header());
    groups.put("lookup", out.group(mappings, List.of(), leafK).header());
    byte[] shape = Hdf5Messages.buffer(2 * Integer.BYTES).putInt(zones).putInt(zones).array();
    byte[] version = VERSION.getBytes(StandardCharsets.US_ASCII);
    var attributes =
        List.of(
            Hdf5Messages.attribute(
                "OMX_VERSION", Hdf5Messages.Type.text(version.length, true), version),
            Hdf5Messages.attribute("SHAPE", Hdf5Messages.Type.INTEGER, shape, 2));
    out.finish(out.group(groups, attributes, leafK), leafK);
    out.close();
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Ends the writing; what is not finished is removed. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }

  private static void checkName(String name, Map<String, Long> taken) {
    if (name.isBlank() || name.equals(".") || name.contains("/") || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "expected a name that is not blank and has no slash, got '" + name + "'");
    }
    if (taken.containsKey(name)) {
      throw new IllegalArgumentException("'" + name + "' was written already");
    }
  }
}
