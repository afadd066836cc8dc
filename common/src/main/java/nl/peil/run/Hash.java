package nl.peil.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts and bytes: the identity of everything that a slice is made from. */
final class Hash {

  private final MessageDigest digest = sha256();

  /** A fresh SHA-256. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Adds a text, kept apart from its neighbours. */
  Hash add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /** Adds bytes. */
  Hash add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** The hash, hexadecimal. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
