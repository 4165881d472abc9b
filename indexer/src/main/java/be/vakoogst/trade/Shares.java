package be.vakoogst.trade;

/** Log-odds as shares that make one (softmax). */
final class Shares {

    private Shares() {}

    static float[] of(float[] odds) {
        float most = Float.NEGATIVE_INFINITY;
        for (float each : odds) {
            most = Math.max(most, each);
        }
        float[] shares = new float[odds.length];
        float sum = 0;
        for (int i = 0; i < odds.length; i++) {
            shares[i] = (float) Math.exp(odds[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < odds.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    static int largest(float[] shares) {
        int largest = 0;
        for (int i = 1; i < shares.length; i++) {
            largest = shares[i] > shares[largest] ? i : largest;
        }
        return largest;
    }
}
