#include "tests/app/lesson_numbers.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "engine/expression/error.h"

using namespace ravine;

namespace ravine_test {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> plain_signs{{{"−", "-"},
                                                                                     {"⁻", "-"},
                                                                                     {"⁰", "0"},
                                                                                     {"¹", "1"},
                                                                                     {"²", "2"},
                                                                                     {"³", "3"},
                                                                                     {"⁴", "4"},
                                                                                     {"⁵", "5"},
                                                                                     {"⁶", "6"},
                                                                                     {"⁷", "7"},
                                                                                     {"⁸", "8"},
                                                                                     {"⁹", "9"}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_part_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.'; }

/// Raised digits and signs from `at` on, as plain ones.
std::string raised(std::string_view text, std::size_t at) {
    std::string plain;
    for (bool more = true; more;) {
        more = false;
        for (std::size_t i = 1; i < plain_signs.size(); ++i)
            if (text.substr(at).starts_with(plain_signs[i].first)) {
                plain += plain_signs[i].second;
                at += plain_signs[i].first.size();
                more = true;
            }
    }
    return plain;
}

std::size_t raised_size(std::string_view text, std::size_t at) {
    // "⁻⁰⁴⁵⁶⁷⁸⁹" have three bytes, "¹²³" two.
    std::size_t size = 0;
    for (const char c : raised(text, at)) size += c == '1' || c == '2' || c == '3' ? 2 : 3;
    return size;
}

std::optional<double> constant(const std::string& formula) {
    try {
        const TypedObjective typed(formula);
        const Objective objective(typed);
        const double here = objective.at({0.3, 0.7}).f, there = objective.at({-1.1, 2.3}).f;
        return here == there ? std::optional(here) : std::nullopt;
    } catch (const ExpressionError&) {
        return std::nullopt;
    }
}

std::vector<std::string> split(std::string text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.erase(0, at + separator.size());
    }
    parts.push_back(text);
    return parts;
}

}  // namespace

bool Numeral::rounds(double exact) const { return std::abs(exact - value) <= 0.5 * last * (1 + 1e-9) + 1e-300; }

std::vector<Numeral> numerals(std::string_view text) {
    constexpr std::string_view minus = "−", ten = " × 10";
    std::vector<Numeral> found;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i]) || (i > 0 && is_part_of_name(text[i - 1]))) {
            ++i;
            continue;
        }
        std::size_t begin = i;
        while (i < text.size() && (is_digit(text[i]) || (text[i] == '.' && i + 1 < text.size() && is_digit(text[i + 1])))) ++i;
        std::string plain(text.substr(begin, i - begin));
        const std::size_t point = plain.find('.');
        double last = point == std::string::npos ? 1 : std::pow(10.0, -static_cast<double>(plain.size() - point - 1));
        std::string exponent;
        if (i + 1 < text.size() && text[i] == 'e' && (is_digit(text[i + 1]) || text[i + 1] == '-')) {
            for (++i; i < text.size() && (is_digit(text[i]) || text[i] == '-'); ++i) exponent += text[i];
        } else if (text.substr(i).starts_with(ten) && !raised(text, i + ten.size()).empty()) {
            exponent = raised(text, i + ten.size());
            i += ten.size() + raised_size(text, i + ten.size());
        }
        if (!exponent.empty()) {
            plain += "e" + exponent;
            last *= std::pow(10.0, std::atof(exponent.c_str()));
        }
        double value = std::strtod(plain.c_str(), nullptr);
        if (begin >= minus.size() && text.substr(begin - minus.size(), minus.size()) == minus) {
            begin -= minus.size();
            value = -value;
        }
        found.push_back({std::string(text.substr(begin, i - begin)), value, last});
    }
    return found;
}

Prose prose(std::string_view markdown) {
    Prose out;
    const std::vector<std::string> parts = split(std::string(markdown), "`");
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (i % 2 == 1)
            out.formulas.push_back(parts[i]);
        else
            out.words += parts[i] + " ";
    return out;
}

Sum sum(std::string_view formula) {
    Sum out{.numeric = false, .holds = true};
    std::optional<double> before;
    for (const std::string& equal : split(std::string(formula), "=")) {
        bool rounded = false;
        for (const std::string& side : split(equal, "≈")) {
            const std::optional<double> value = constant(side);
            if (!value) return {};
            if (before) {
                out.numeric = true;
                const std::vector<Numeral> printed = numerals(side);
                const double room =
                    rounded && printed.size() == 1 ? 0.5 * printed[0].last * (1 + 1e-9) : 1e-9 * std::max(1.0, std::abs(*value));
                out.holds = out.holds && std::abs(*before - *value) <= room;
            }
            before = value;
            rounded = true;
        }
    }
    return out;
}

std::string all_words(const Lesson& lesson) {
    return lesson.caption + "\n" + lesson.text + "\n" + lesson.question + "\n" + lesson.answer;
}

std::vector<double> numbers_of(const Session& s) {
    const View& v = s.view;
    std::vector<double> known{s.start.x,
                              s.start.y,
                              static_cast<double>(s.steps),
                              static_cast<double>(s.ensemble),
                              s.noise,
                              v.box.x0,
                              v.box.x1,
                              v.box.y0,
                              v.box.y1,
                              1.0 * v.step,
                              1.0 * v.level_count};
    for (const Point& p : s.more_starts) known.insert(known.end(), {p.x, p.y});
    known.insert(known.end(), s.objective_params.begin(), s.objective_params.end());
    const auto typed = [&](std::string_view text) {
        for (const Numeral& n : numerals(text)) known.push_back(n.value);
    };
    if (s.formula) typed(s.formula->text());
    for (const OptimizerChoice& o : s.optimizers) {
        known.insert(known.end(), o.params.begin(), o.params.end());
        if (o.rule) typed(o.rule->text());
    }
    for (const Minimum& m : objective_of(s).minima()) known.insert(known.end(), {m.x, m.y});
    return known;
}

double measured(const Session& session, const Runs& runs, const LessonClaim& claim) {
    using Quantity = LessonClaim::Quantity;
    const Run& run = *runs.at(static_cast<std::size_t>(claim.run));
    const auto row = static_cast<std::size_t>(claim.step.value_or(run.last()));
    const auto far = [](double x, double y) { return std::hypot(x, y); };
    switch (claim.quantity) {
        case Quantity::x:
            return run.x.at(row);
        case Quantity::y:
            return run.y.at(row);
        case Quantity::f:
            return run.f.at(row);
        case Quantity::gx:
            return run.gx.at(row);
        case Quantity::gy:
            return run.gy.at(row);
        case Quantity::rate_x:
            return run.rate_x.at(row);
        case Quantity::rate_y:
            return run.rate_y.at(row);
        case Quantity::gradient:
            return far(run.gx.at(row), run.gy.at(row));
        case Quantity::distance: {
            double nearest = HUGE_VAL;
            for (const Minimum& m : objective_of(session).minima())
                nearest = std::min(nearest, far(run.x.at(row) - m.x, run.y.at(row) - m.y));
            return nearest;
        }
        case Quantity::step_length:
            return far(run.x.at(row) - run.x.at(row - 1), run.y.at(row) - run.y.at(row - 1));
        case Quantity::converged_at:
            return run.converged_at;
        case Quantity::outcome:
            break;
    }
    return NAN;
}

}  // namespace ravine_test
