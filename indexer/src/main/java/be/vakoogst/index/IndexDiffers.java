package be.vakoogst.index;

/** A new index does not hold what the catalogue shows, so that it does not serve; the old one goes on. */
public final class IndexDiffers extends RuntimeException {

    IndexDiffers(String index, String how) {
        super("%s does not serve, as %s; the index before it goes on".formatted(index, how));
    }
}
