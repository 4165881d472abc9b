package be.vakoogst.sitemap;

/** Whether a file's lastmod dates say anything. */
final class LastModified {

    private static final String OPENS = "<lastmod>";

    /** Fewer than so many may well have been changed together; and to ask for a few pages once too often is cheap. */
    private static final int ENOUGH = 3;

    private LastModified() {}

    /** Many systems write the time of the export, or of a deployment, to every page: the same date everywhere is believed nowhere. */
    static boolean tells(String sitemap) {
        int first = sitemap.indexOf(OPENS);
        if (first < 0) {
            return false;
        }
        String date = dateAt(sitemap, first);
        int same = 0;
        for (int at = first; at >= 0; at = sitemap.indexOf(OPENS, at + 1)) {
            if (!dateAt(sitemap, at).equals(date)) {
                return true;
            }
            same++;
        }
        return same < ENOUGH;
    }

    private static String dateAt(String sitemap, int at) {
        int end = sitemap.indexOf('<', at + OPENS.length());
        return end < 0 ? "" : sitemap.substring(at + OPENS.length(), end).strip();
    }
}
