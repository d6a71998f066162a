// Decides when the next frame is due: at once after an event, in time for the next display refresh while something moves, and
// never when nothing happens.
#pragma once

#include <atomic>

namespace ravine {

class FramePacer {
public:
    /// Takes note that something happened. ImGui needs a few frames to settle after an event: what a click opens is laid out
    /// in one and shown in the next.
    void wake() { owed_ = owed_ > settling_frames ? owed_ : settling_frames; }

    /// Takes note of a key or a button: newer versions of ImGui take one such event a frame, and the others wait in its queue.
    void queue() { owed_ = owed_ + 2 < most_owed ? owed_ + 2 : most_owed; }

    /// Something happened elsewhere that is to be shown. The one member that any thread may call.
    void call();

    /// Draws without a break for a moment: what appears fades in.
    void stir();

    /// A frame has been drawn that began at `now`.
    void drawn(double now);

    /// Waits for events until a frame is due. `moving`: the picture changes by itself. `timer`: seconds after which a frame is
    /// due even so, or negative. `at_rest` runs before every wait in which nothing is to be drawn.
    template <class AtRest>
    void wait(bool moving, double timer, AtRest&& at_rest) {
        poll();
        answer();
        while (owed_ == 0 && !moving && !stirring()) {
            at_rest();
            if (sleep(timer) && timer >= 0) wake_once();
            answer();
        }
        pace();
    }

private:
    static constexpr int settling_frames = 3, most_owed = 60;
    static constexpr double shortest_frame = 1.0 / 60, fade = 0.3;  // seconds

    static void poll();
    bool stirring() const;
    /// Sleeps until an event comes or the time is over; true where the time was over.
    static bool sleep(double seconds);
    void wake_once() { owed_ = owed_ > 0 ? owed_ : 1; }
    /// Owes two frames to whoever called: whether a panel needs a scroll bar is known in the second.
    void answer() {
        if (called_.exchange(false)) owed_ = owed_ > 2 ? owed_ : 2;
    }
    void pace() const;

    std::atomic<bool> called_ = false;
    int owed_ = settling_frames;
    double last_ = -1;
    double stirring_until_ = -1;
};

}  // namespace ravine
