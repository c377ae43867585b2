package gloss.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a TorchScript module out of its source text.
 *
 * <p>A TorchScript file is a zip archive, stored and not deflated, of the code, a pickle of the
 * module's attributes (here: none), the constants (none) and two format marks. With it every
 * operator of the engine is within reach, gradients included, at the cost of one native call.
 */
final class KernelModule {
  /** Pickle, protocol 2: an instance of {@code __torch__.Kernels} with an empty state. */
  private static final byte[] EMPTY_INSTANCE = latin1("\u0080\2c__torch__\nKernels\n)\u0081}b.");

  /** Pickle, protocol 2: the empty tuple. */
  private static final byte[] NO_CONSTANTS = latin1("\u0080\2).");

  /** Begins every text; {@code nothing} makes the argument for a tensor that is left out. */
  private static final String HEAD =
      """
      class Kernels(Module):
        __parameters__ = []
        __buffers__ = []
        def nothing(self: __torch__.Kernels) -> Optional[Tensor]:
          return None
      """;

  private KernelModule() {}

  /** Loads the module whose methods stand in {@code resource} beside {@code owner}. */
  static PtSymbolBlock load(Class<?> owner, String resource) {
    try (InputStream text = owner.getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      byte[] archive = archive(HEAD + new String(text.readAllBytes(), StandardCharsets.UTF_8));
      NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
      return JniUtils.loadModule(
          (PtNDManager) manager, new ByteArrayInputStream(archive), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] archive(String code) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "kernels/data.pkl", EMPTY_INSTANCE);
      store(zip, "kernels/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
      store(zip, "kernels/constants.pkl", NO_CONSTANTS);
      store(zip, "kernels/version", latin1("3\n"));
      store(zip, "kernels/byteorder", latin1("little"));
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
