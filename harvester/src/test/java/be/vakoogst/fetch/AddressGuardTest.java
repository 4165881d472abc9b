package be.vakoogst.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "198.18.0.1",
                "192.0.2.1"
            })
    void anAddressThatIsNotPublicIsRefused(String address) {
        assertThatThrownBy(() -> new AddressGuard(List.of()).resolve(address))
                .isInstanceOf(AddressGuard.NotPublic.class)
                .hasMessageContaining("not a public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "64:ff9b::808:808"})
    void aPublicAddressIsPermitted(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void anOperatorMayAllowHostsPortsAndRanges() throws UnknownHostException {
        AddressGuard guard = new AddressGuard(List.of("127.0.0.1", "10.0.0.0/8", "localhost:8089"));

        assertThat(guard.resolve("127.0.0.1")).hasSize(1);
        assertThat(guard.resolve("10.9.9.9")).hasSize(1);
        assertThat(guard.resolve("localhost", 8089)).isNotEmpty();
        assertThatThrownBy(() -> guard.resolve("192.168.0.1")).isInstanceOf(AddressGuard.NotPublic.class);
    }

    @Test
    void aWrongRangeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressGuard(List.of("10.0.0.0/99")))
                .withMessageContaining("10.0.0.0/99");
    }
}
