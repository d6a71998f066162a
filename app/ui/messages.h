// What the program has to say. A problem stays until it is read and closed; a note goes by itself.
#pragma once

#include <string>
#include <vector>

namespace ravine {

class Messages {
public:
    static constexpr double note_seconds = 8;

    enum class Kind { note, problem };
    struct Message {
        Kind kind;
        std::string text;
        double shown_at;  ///< seconds
    };

    void note(std::string text, double now);
    void problem(std::string text, double now);
    void close(std::size_t i);
    /// Takes out the notes that have been shown long enough. True where one went.
    bool expire(double now);
    /// Seconds until the next note goes; negative where there is none.
    double next_expiry(double now) const;
    const std::vector<Message>& all() const { return messages_; }

private:
    std::vector<Message> messages_;
};

}  // namespace ravine
