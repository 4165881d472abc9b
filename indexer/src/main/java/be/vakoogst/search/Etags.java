package be.vakoogst.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Compares answers by two checksums that processors reckon themselves, 64 bits together: nobody gains by answers that are taken for one another. */
final class Etags extends ShallowEtagHeaderFilter {

    private static final int AT_ONCE = 8192;

    @Override
    protected String generateETagHeaderValue(InputStream answer, boolean isWeak) throws IOException {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        byte[] bytes = new byte[AT_ONCE];
        for (int read = answer.read(bytes); read > 0; read = answer.read(bytes)) {
            one.update(bytes, 0, read);
            other.update(bytes, 0, read);
        }
        return (isWeak ? "W/" : "") + "\"" + Long.toHexString(one.getValue() << Integer.SIZE | other.getValue()) + "\"";
    }
}
