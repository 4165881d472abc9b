package be.vakoogst.bench;

/** Dutch words about the making of things, in an order that a number decides. */
final class Prose {

    private static final String[] TRADES = {
        "schrijnwerker", "lasser", "elektricien", "metselaar", "kapper", "loodgieter"
    };
    private static final String[] WORDS = """
            het hout wordt gezaagd met een cirkelzaag op maat en daarna geschaafd de verbinding krijgt lijm onder druk tot ze droog is \
            meet altijd twee keer voor je zaagt bij deze oefening leer je stap voor stap hoe de naad gelast moet worden zonder dat het \
            metaal vervormt controleer eerst de spanning op de kabel en schakel de zekering uit""".split("\\s+");

    private Prose() {}

    static String title(int number) {
        return "Wat een " + TRADES[number % TRADES.length] + " moet weten, deel " + number;
    }

    static void words(int seed, int many, StringBuilder text) {
        for (int word = 0; word < many; word++) {
            text.append(WORDS[Math.floorMod(seed * 31 + word * 7 + word / 5, WORDS.length)])
                    .append(' ');
        }
    }
}
