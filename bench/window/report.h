// The table of what was measured, each line beside its limit.
#pragma once

#include <optional>
#include <string>

namespace ravine_bench {

struct Limit {
    enum class Kind { at_most, at_least } kind = Kind::at_most;
    double value = 0;

    bool kept_by(double measured) const { return kind == Kind::at_most ? measured <= value : measured >= value; }
};

inline Limit at_most(double value) { return {Limit::Kind::at_most, value}; }
inline Limit at_least(double value) { return {Limit::Kind::at_least, value}; }

/// Lines appear as they are measured.
class Report {
public:
    explicit Report(const std::string& title);

    /// A line. `unit` may be empty.
    void row(const std::string& what, double measured, const std::string& unit, std::optional<Limit> limit = {});

    /// The last line: how many limits were kept.
    void close() const;

private:
    int kept_ = 0, limits_ = 0;
};

}  // namespace ravine_bench
