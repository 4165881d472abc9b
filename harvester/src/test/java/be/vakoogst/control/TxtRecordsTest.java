package be.vakoogst.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TxtRecordsTest {

    /** RFC 1035: an answer, its name a pointer to the question, TXT, IN. */
    private static final int ANSWER = 0x8180;

    private static final int NAME_OF_QUESTION = 0xC00C;
    private static final int TXT = 16;

    @Test
    void whatStandsInDnsIsReadWithoutItsQuotes() throws IOException {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(server, "vakoogst-verification=abc"));
            TxtRecords records = new TxtRecords(new ControlSettings("dns://127.0.0.1:" + server.getLocalPort()));

            assertThat(records.of("club.example")).containsExactly("vakoogst-verification=abc");
        }
    }

    /** Also who asks again, because the first answer came late. */
    private static void answerAll(DatagramSocket server, String text) {
        while (!server.isClosed()) {
            answer(server, text);
        }
    }

    private static void answer(DatagramSocket server, String text) {
        DatagramPacket question = new DatagramPacket(new byte[512], 512);
        try {
            server.receive(question);
            byte[] asked = Arrays.copyOf(question.getData(), question.getLength());
            byte[] value = text.getBytes(StandardCharsets.US_ASCII);
            ByteBuffer answer = ByteBuffer.allocate(asked.length + 13 + value.length)
                    .put(asked)
                    .putShort((short) NAME_OF_QUESTION)
                    .putShort((short) TXT)
                    .putShort((short) 1)
                    .putInt(60)
                    .putShort((short) (value.length + 1))
                    .put((byte) value.length)
                    .put(value);
            answer.putShort(2, (short) ANSWER).putShort(6, (short) 1);
            server.send(new DatagramPacket(answer.array(), answer.position(), question.getSocketAddress()));
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
