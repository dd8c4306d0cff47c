package io.github.gan4j.tensor;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors live and are computed.
 *
 * @param card which of several of its kind, from 0
 */
public record Device(Kind kind, int card) {
    public enum Kind {
        CPU,
        CUDA,
        MPS
    }

    public static final Device CPU = new Device(Kind.CPU, 0),
            CUDA = new Device(Kind.CUDA, 0),
            MPS = new Device(Kind.MPS, 0);
    private static final String CARDS = "cuda:";
    /** As many cards as anybody may ask for. */
    private static final int STAND_INS = 8;

    /** What {@link Kind#CUDA} is where no card is: tests of placement put another backend of libtorch here. */
    static volatile Optional<torch.DeviceType> standIn = Optional.empty();

    /** The card of this process, of those of its machine: each of several processes has one of its own. */
    private static volatile int own;

    /**
     * The device that a plan names: {@code auto}, {@code cpu}, {@code cuda}, {@code mps} or, of several cards, {@code cuda:N};
     * {@code auto} takes CUDA where it works, else MPS, else the CPU.
     *
     * @throws IllegalArgumentException when the name is unknown or this machine has no such device
     */
    public static Device named(String name) {
        Engine.prepare();
        if (name.matches(CARDS + "\\d{1,4}")) return card(Integer.parseInt(name.substring(CARDS.length())));
        return switch (name) {
            case "auto" -> cards() > 0 ? ownCard() : torch.hasMPS() ? MPS : CPU;
            case "cpu" -> CPU;
            case "cuda" -> ownCard();
            case "mps" -> {
                if (!torch.hasMPS()) throw missing(name, "this machine, or this build, has none");
                yield MPS;
            }
            default ->
                throw new IllegalArgumentException(
                        "unknown device '" + name + "'; known devices: auto, cpu, cuda, mps, cuda:N");
        };
    }

    /** Gives this process one of the cards of its machine, for as long as it trains with others. */
    static void own(int card) {
        own = card;
    }

    private static Device ownCard() {
        requireCuda("cuda");
        if (own < cards()) return new Device(Kind.CUDA, own);
        throw new IllegalArgumentException("device 'cuda' has no card for the process of LOCAL_RANK " + own
                + ", since each has one of its own: there " + are(cards()) + "; start as many processes, or use cpu");
    }

    private static Device card(int number) {
        String name = CARDS + number;
        requireCuda(name);
        if (number < cards()) return new Device(Kind.CUDA, number);
        throw missing(name, "there " + are(cards()) + ", and numbers begin with cuda:0");
    }

    private static String are(int cards) {
        return cards == 1 ? "is 1 card" : "are " + cards + " cards";
    }

    private static int cards() {
        if (standIn.isPresent()) return STAND_INS;
        return torch.cuda_is_available() ? torch.cuda_device_count() : 0;
    }

    private static void requireCuda(String name) {
        if (cards() > 0) return;
        throw missing(
                name,
                torch.hasCUDA()
                        ? "no NVIDIA card answers on this machine"
                        : "this build has no CUDA, or CUDA is not installed (see docs/troubleshooting.md, NVIDIA cards)");
    }

    private static IllegalArgumentException missing(String name, String why) {
        return new IllegalArgumentException("device '" + name + "' is not available: " + why + "; use auto or cpu");
    }

    public boolean isCpu() {
        return kind == Kind.CPU;
    }

    /** Whether numbers go there over a bus that pinned memory makes faster. */
    boolean isCard() {
        return kind == Kind.CUDA && standIn.isEmpty();
    }

    org.bytedeco.pytorch.Device handle() {
        return isCard()
                ? new org.bytedeco.pytorch.Device(type(), (byte) card)
                : new org.bytedeco.pytorch.Device(type());
    }

    torch.DeviceType type() {
        return switch (kind) {
            case CPU -> torch.DeviceType.CPU;
            case CUDA -> standIn.orElse(torch.DeviceType.CUDA);
            case MPS -> torch.DeviceType.MPS;
        };
    }

    /** As plans name it where they name no card. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
