package nl.peil.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import nl.peil.config.PeilConfig;
import nl.peil.config.ReportConfig;
import nl.peil.jobs.report.facts.StoredTables;
import nl.peil.jobs.report.page.Pages;
import nl.peil.run.CodeVersion;

/** A hash over all that reports are made from: tables, configuration, texts of regions, code. */
final class Identity {

  private Identity() {}

  /** The hash, as hexadecimal. */
  static String of(StoredTables tables, ReportConfig config, Pages pages, PeilConfig peil) {
    var parts =
        List.of(
            tables.versions().toString(),
            config.ofPages().toString(),
            String.valueOf(peil.basePopulation()),
            String.valueOf(peil.residents()),
            duiding(config, peil),
            pages.identity(),
            CodeVersion.of(Reports.class));
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Names, sizes and times of the files that regions wrote. */
  private static String duiding(ReportConfig config, PeilConfig peil) {
    var pattern = config.duiding();
    if (pattern == null) {
      return "";
    }
    int gap = pattern.indexOf('{');
    var fixed = gap < 0 ? pattern : pattern.substring(0, gap);
    var folder = peil.file().toAbsolutePath().resolveSibling(fixed + "x").normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "none";
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      var texts = new java.util.ArrayList<String>();
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
      return texts.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + folder, e);
    }
  }
}
