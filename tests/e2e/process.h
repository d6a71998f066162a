// A program that a test starts: it is gone when its owner is, and nothing waits for it without end.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace ravine_test {

struct Start {
    std::vector<std::string> command;                ///< the program is looked for on the PATH
    std::map<std::string, std::string> environment;  ///< set on top of ours; an empty value takes the variable away
    std::filesystem::path output;                    ///< both outputs go there; empty: nowhere
};

class Process {
public:
    explicit Process(const Start& start);
    /// Asks it to end, and ends it where it does not within two seconds.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t id() const { return id_; }
    bool running();
    /// Its exit status once it has ended within `seconds`, or -1 where a signal ended it; nothing where it goes on.
    std::optional<int> wait(double seconds);
    /// Seconds of processor time that its threads have used.
    double processor_seconds() const;
    /// Whether its first thread waits for something to happen.
    bool asleep() const;

private:
    pid_t id_ = -1;
    std::optional<int> status_;
};

/// Runs to the end, at most a minute. Throws std::runtime_error where it takes longer.
int run(const Start& start);

bool on_path(const std::string& program);

std::string contents(const std::filesystem::path& file);

void pause(double seconds);

/// Waits until `holds()`. Throws std::runtime_error, "after 60 s still no ...", where that takes longer than a minute.
template <class Condition>
void eventually(const std::string& what, Condition&& holds);

[[noreturn]] void gave_up(const std::string& what);

inline constexpr double patience = 60;  ///< seconds
inline constexpr double poll = 0.01;    ///< seconds

template <class Condition>
void eventually(const std::string& what, Condition&& holds) {
    for (double waited = 0; !holds(); waited += poll) {
        if (waited > patience) gave_up(what);
        pause(poll);
    }
}

}  // namespace ravine_test
