package mesa.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mesa.core.BadInputException;

/** Reads the message Layer of lc0's files: numbers, stored as fractions of their range or as floats. */
final class Lc0Layer {
  static final int LINEAR16 = 1;
  private static final int FLOAT16 = 2;
  private static final int BFLOAT16 = 3;
  private static final int FLOAT32 = 4;

  private Lc0Layer() {}

  /**
   * Reads the numbers.
   *
   * @param layer the message
   * @param usual the encoding of layers that name none
   */
  static float[] read(ProtoReader layer, long usual) {
    float least = 0;
    float greatest = 0;
    long encoding = usual;
    ByteBuffer data = ByteBuffer.allocate(0);
    while (layer.next()) {
      switch (layer.field()) {
        case 1 -> least = layer.real();
        case 2 -> greatest = layer.real();
        case 3 -> data = layer.bytes();
        case 4 -> encoding = layer.number() == 0 ? usual : layer.number();
        default -> { }
      }
    }
    return decode(data.order(ByteOrder.LITTLE_ENDIAN), encoding, least, greatest);
  }

  private static float[] decode(ByteBuffer data, long encoding, float least, float greatest) {
    int bytes = encoding == FLOAT32 ? 4 : 2;
    if (encoding < LINEAR16 || encoding > FLOAT32 || data.remaining() % bytes != 0) {
      throw new BadInputException("it has a layer of " + data.remaining() + " bytes in encoding " + encoding
          + ", where LINEAR16 (1), FLOAT16 (2), BFLOAT16 (3) or FLOAT32 (4) is expected");
    }
    float[] numbers = new float[data.remaining() / bytes];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = switch ((int) encoding) {
        case LINEAR16 -> {
          float share = (data.getShort(2 * i) & 0xffff) / 65_535f;
          yield least * (1 - share) + greatest * share;
        }
        case FLOAT16 -> Float.float16ToFloat(data.getShort(2 * i));
        case BFLOAT16 -> Float.intBitsToFloat(data.getShort(2 * i) << 16);
        default -> data.getFloat(4 * i);
      };
      if (!Float.isFinite(numbers[i])) {
        throw new BadInputException("it has a layer whose number " + i + " is " + numbers[i]);
      }
    }
    return numbers;
  }
}
