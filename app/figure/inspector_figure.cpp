#include "app/figure/inspector_figure.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "app/figure/line_breaks.h"
#include "app/figure/parts.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

// In units.
constexpr float bar = 10;     ///< left of every line: room for the mark of those that changed most
constexpr float indent = 14;  ///< of the second row of a line
constexpr float formula_row = 21, number_row = 17, small_row = 17, between_lines = 9;

constexpr std::string_view hat = "\u0302";

/// The letters without their hats, which are drawn apart: fonts place them on one width of letter only.
std::string bare(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; (at = out.find(hat, at)) != std::string::npos;) out.erase(at, hat.size());
    return out;
}

/// What has become of a number since the update before.
struct Difference {
    std::string text;     ///< "↑ ×1.08"; empty where there is nothing to compare with
    double share = 0;     ///< of the larger of the two: 0 no change .. 2 turned round
    bool marked = false;  ///< stands out among the lines
};

double share_of_change(double before, double now) {
    return before == now ? 0 : std::abs(now - before) / std::max(std::abs(before), std::abs(now));
}

/// "↓ −0.0123"
Difference as_step(double before, double now) {
    if (!std::isfinite(before) || !std::isfinite(now)) return {};
    const double step = now - before;
    if (step == 0) return {"=", 0};
    return {fmt::format("{} {}{}", step > 0 ? "↑" : "↓", step > 0 ? "+" : "", written({step})), share_of_change(before, now)};
}

/// "↑ ×1.08", or the step where a factor would say little.
Difference as_factor(double before, double now) {
    const double factor = now / before;
    if (!(factor >= 0.01 && factor < 100 && std::abs(factor - 1) >= 0.0005)) return as_step(before, now);
    const int digits = std::abs(factor - 1) < 0.1 ? 3 : factor < 10 ? 2 : 1;
    return {fmt::format("{} ×{:.{}f}", factor > 1 ? "↑" : "↓", factor, digits), share_of_change(before, now)};
}

/// Marks the one or two that changed most; none where all change alike.
void mark_largest(std::vector<Difference>& differences) {
    std::vector<double> shares;
    for (const Difference& d : differences)
        if (!d.text.empty()) shares.push_back(d.share);
    std::ranges::sort(shares, std::greater<>());
    if (shares.size() < 2 || shares[0] < 0.001) return;
    const double alike = 0.9 * shares[0];
    if (shares.size() > 2 && shares[2] >= alike) return;
    for (Difference& d : differences) d.marked = d.share >= alike;
}

/// Puts the figure together from the top down.
class Column {
public:
    Column(const Sheet& sheet, const InspectorRequest& request)
        : sheet_(sheet), request_(request), group_(sheet.new_group()), width_(sheet.figure.width) {}

    void header(const Run& run, int from) {
        const int i = request_.optimizer;
        const float sample = sheet_.units(30), row = sheet_.units(24);
        draw_pen_sample(sheet_, group_, {0, y_ + row / 2}, sample, i);
        const std::string name = optimizer_names(sheet_.session)[static_cast<std::size_t>(i)];
        const float x = sample + sheet_.units(9);
        text({x, row}, shortened(sheet_, name, TextRole::heading, width_ - x), TextRole::heading, sheet_.theme.text);
        y_ += row;
        if (from >= 0)
            both(fmt::format("step {} → {}", from, from + 1), fmt::format("t = {}", from + 1), TextRole::number,
                 sheet_.theme.text);
        status(run, from);
        y_ += sheet_.units(4);
    }

    void section(const std::string& name) {
        y_ += sheet_.units(6);
        rule();
        y_ += sheet_.units(6);
        text({0, sheet_.units(20)}, name, TextRole::heading, sheet_.theme.secondary);
        y_ += sheet_.units(22);
    }

    void lines(const Substitution& now, const std::optional<Substitution>& earlier) {
        std::vector<Difference> differences;
        for (const SubstitutedLine& l : now.lines) differences.push_back(since(l, now, earlier));
        mark_largest(differences);
        for (std::size_t k = 0; k < now.lines.size(); ++k) line(now.lines[k], differences[k]);
    }

    void held(const Substitution& now) {
        for (const HeldValue& h : now.held) row(fmt::format("{}  {}", h.sign, h.name), written(h.number));
        if (!now.held.empty()) y_ += sheet_.units(between_lines);
    }

    void summary(const Substitution& now) {
        rule();
        y_ += sheet_.units(5);
        const std::string name = now.coordinate == Component::x ? "x" : "y";
        const double step = now.after - now.before;
        const std::string direction = step > 0 ? "→ " : step < 0 ? "← " : "";
        row("Δ" + name, direction + written({step}), sheet_.theme.text);
        row("effective rate", written({now.rate}));
        row("gradient", written({now.gradient}));
        const double downhill = -step * now.gradient;
        row("along " + name, downhill > 0 ? "downhill" : downhill < 0 ? "uphill" : "level");
    }

    void paragraph(const std::string& words, Color color) {
        std::string line;
        const auto put = [&] {
            text({0, sheet_.units(small_row)}, line, TextRole::small, color);
            y_ += sheet_.units(small_row);
        };
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t end = std::min(words.find(' ', at), words.size());
            const std::string word = words.substr(at, end - at);
            std::string longer = line;
            longer.append(line.empty() ? "" : " ").append(word);
            if (!line.empty() && sheet_.width(longer, TextRole::small) > width_) {
                put();
                line = word;
            } else {
                line = longer;
            }
            at = end + 1;
        }
        if (!line.empty()) put();
    }

    float height() const { return y_; }

private:
    struct Place {
        float x, row;  ///< the left end, the height of the row that begins here
    };

    void text(const Place& at, std::string words, TextRole role, Color color, Align align = Align::left) {
        if (words.empty()) return;
        const float baseline = sheet_.baseline(role, y_, y_ + at.row);
        group_.primitives.emplace_back(Text{{at.x, baseline}, std::move(words), role, color, align});
    }

    void rule() {
        const float y = sheet_.snapped(y_);
        group_.primitives.emplace_back(FillRect{{0, y, width_, y + sheet_.hairline()}, sheet_.theme.hairline, 0});
        y_ += sheet_.hairline();
    }

    /// A sign of a formula, with the hats over its letters.
    void sign(float x, float baseline, const Piece& piece, Color color) {
        const std::string letters = bare(piece.text);
        if (letters.empty()) return;
        group_.primitives.emplace_back(Text{{x, baseline}, letters, TextRole::formula, color, Align::left});
        if (piece.text.find(hat) == std::string::npos) return;
        const float middle = x + sheet_.width(letters.substr(0, 1), TextRole::formula) / 2;
        const float foot = baseline - sheet_.units(9), wide = sheet_.units(2.6F);
        group_.primitives.emplace_back(Lines{
            {{middle - wide, foot}, {middle, foot - wide}, {middle + wide, foot}}, color, std::max(1.0F, sheet_.units(1.1F))});
    }

    /// Two texts on one row, in two rows where they are too wide.
    void both(const std::string& left, const std::string& right, TextRole role, Color color) {
        const bool fits = sheet_.width(left, role) + sheet_.width(right, role) + sheet_.units(12) <= width_;
        text({0, sheet_.units(number_row)}, shortened(sheet_, left, role, width_), role, color);
        if (!fits) y_ += sheet_.units(number_row);
        text({width_, sheet_.units(number_row)}, right, role, sheet_.theme.secondary, Align::right);
        y_ += sheet_.units(number_row);
    }

    /// A word and its number, which stands below where both are too wide.
    void row(const std::string& words, const std::string& number, std::optional<Color> color = {}) {
        const float room = width_ - sheet_.width(number, TextRole::number) - sheet_.units(12);
        if (sheet_.width(words, TextRole::small) <= room)
            text({0, sheet_.units(small_row)}, words, TextRole::small, sheet_.theme.secondary);
        else
            paragraph(words, sheet_.theme.secondary);
        text({width_, sheet_.units(small_row)}, number, TextRole::number, color.value_or(sheet_.theme.text), Align::right);
        y_ += sheet_.units(small_row);
    }

    void status(const Run& run, int from) {
        if (from < 0) {
            paragraph(run.outcome == Outcome::undefined ? "The run ended at its start: f has no value there."
                                                        : "The run ended at its start: it diverged before its first update.",
                      sheet_.theme.danger);
            return;
        }
        if (request_.step <= 0) paragraph("At the start. This is what the first update will do.", sheet_.theme.secondary);
        const int row = std::min(request_.step, run.last());
        const bool broke_off = run.outcome == Outcome::diverged || run.outcome == Outcome::undefined;
        if (const std::string words = outcome_words(run, row); !words.empty()) {
            const std::string first(1, static_cast<char>(std::toupper(static_cast<unsigned char>(words[0]))));
            paragraph(first + words.substr(1) + (broke_off ? ". This was the last update." : "."),
                      broke_off ? sheet_.theme.danger : sheet_.theme.secondary);
        }
    }

    /// The left side beside what it was one update ago.
    static Difference since(const SubstitutedLine& l, const Substitution& now, const std::optional<Substitution>& earlier) {
        const std::string& left = l.statement.left;
        if (left == "x") return &l == &now.lines.back() ? as_step(now.before, now.after) : Difference{};
        // Where several lines assign the same sign, the last one says what has become of it.
        const bool last = std::none_of(&l + 1, now.lines.data() + now.lines.size(),
                                       [&](const SubstitutedLine& other) { return other.statement.left == left; });
        if (!last || !earlier) return {};
        return as_factor(earlier->value_of(left), l.value);
    }

    void line(const SubstitutedLine& l, const Difference& change) {
        const float top = y_;
        formula(l, change);
        numbers(l);
        if (change.marked)
            group_.primitives.emplace_back(FillRect{{0, sheet_.snapped(top + sheet_.units(3)), sheet_.snapped(sheet_.units(2.5F)),
                                                     sheet_.snapped(y_ - sheet_.units(2))},
                                                    sheet_.theme.accent,
                                                    0});
        y_ += sheet_.units(between_lines);
    }

    BreakRequest breaks(TextRole role, float first_end) const {
        return {.width = width_,
                .first_end = first_end,
                .first = sheet_.units(bar),
                .indent = sheet_.units(bar + indent),
                .blank = sheet_.units(role == TextRole::formula ? 4.5F : 5.0F),
                .measure = [this, role](std::string_view s) { return sheet_.width(bare(s), role); }};
    }

    static std::vector<Piece> equation(const std::string& left, const std::string& arrow, const std::vector<Piece>& right) {
        std::vector<Piece> pieces{{.kind = PieceKind::sign, .text = left},
                                  {.kind = PieceKind::comma, .text = arrow, .gap = true}};
        pieces.insert(pieces.end(), right.begin(), right.end());
        if (pieces.size() > 2) pieces[2].gap = true;
        return pieces;
    }

    void formula(const SubstitutedLine& l, const Difference& change) {
        const float room = change.text.empty() ? 0 : sheet_.width(change.text, TextRole::number) + sheet_.units(10);
        text({width_, sheet_.units(formula_row)}, change.text, TextRole::number,
             change.marked ? sheet_.theme.text : sheet_.theme.secondary, Align::right);
        const std::vector<Piece> pieces = equation(l.statement.left, l.statement.arrow, l.statement.right);
        const std::vector<PlacedPiece> placed = broken(pieces, breaks(TextRole::formula, width_ - room));
        const float begin = y_;
        float right = 0;
        for (const PlacedPiece& p : placed) {
            y_ = begin + static_cast<float>(p.row) * sheet_.units(formula_row);
            sign(p.x, sheet_.baseline(TextRole::formula, y_, y_ + sheet_.units(formula_row)), p.piece, sheet_.theme.text);
            right = p.x + sheet_.width(bare(p.piece.text), TextRole::formula);
        }
        note(l.note, right, y_ == begin ? width_ - room : width_);
        y_ += sheet_.units(formula_row);
    }

    /// Behind the formula where there is room for it, else below.
    void note(const std::string& words, float right, float end) {
        if (words.empty()) return;
        const float x = right + sheet_.units(12), width = sheet_.width(words, TextRole::small);
        if (x + width <= end) return text({x, sheet_.units(formula_row + 1)}, words, TextRole::small, sheet_.theme.secondary);
        y_ += sheet_.units(formula_row - 3);
        const float left = sheet_.units(bar);
        text({left, sheet_.units(small_row)}, shortened(sheet_, words, TextRole::small, width_ - left), TextRole::small,
             sheet_.theme.secondary);
        y_ -= sheet_.units(formula_row - small_row);
    }

    void numbers(const SubstitutedLine& l) {
        const std::vector<Piece> pieces = equation(written({l.value}), "=", with_numbers(l.statement.right));
        const std::vector<PlacedPiece> placed = broken(pieces, breaks(TextRole::number, width_));
        const float begin = y_;
        bool is_result = true;
        for (const PlacedPiece& p : placed) {
            y_ = begin + static_cast<float>(p.row) * sheet_.units(number_row);
            is_result = is_result && p.piece.text != "=";
            text({p.x, sheet_.units(number_row)}, p.piece.text, TextRole::number,
                 is_result ? sheet_.theme.text : sheet_.theme.secondary);
        }
        y_ += sheet_.units(number_row);
    }

    const Sheet& sheet_;
    const InspectorRequest& request_;
    Group& group_;
    float width_;
    float y_ = 0;
};

}  // namespace

int inspected_row(const Run& run, int step) { return run.last() < 1 ? -1 : std::clamp(step, 1, run.last()) - 1; }

Figure compose_inspector(const Session& session, const Runs& runs, const InspectorRequest& request, const TextMetrics& metrics) {
    Figure figure{request.width, 0, request.unit, {}, {}};
    FigureMemory memory;
    const Sheet sheet{.session = session,
                      .runs = runs,
                      .theme = theme(session.view.theme),
                      .metrics = metrics,
                      .memory = memory,
                      .figure = figure,
                      .unit = request.unit,
                      .pixel_ratio = request.pixel_ratio,
                      .step = static_cast<float>(request.step)};
    Column column(sheet, request);
    const Run& run = sheet.run(request.optimizer);
    const int from = inspected_row(run, request.step);
    column.header(run, from);
    if (from >= 0) {
        const RunSpec spec = run_spec(session, request.optimizer);
        for (const Component coordinate : {Component::x, Component::y}) {
            const bool is_x = coordinate == Component::x;
            if (request.coordinates == (is_x ? Coordinates::y : Coordinates::x)) continue;
            if (request.coordinates == Coordinates::both) column.section(is_x ? "x" : "y");
            const Substitution now = substitute(spec, run, from, coordinate);
            std::optional<Substitution> earlier;
            if (from > 0) earlier = substitute(spec, run, from - 1, coordinate);
            column.held(now);
            column.lines(now, earlier);
            column.summary(now);
        }
    }
    figure.height = std::ceil(column.height());
    figure.groups.front().clip = {0, 0, figure.width, figure.height};
    return figure;
}

const Figure& InspectorComposer::compose(const Session& session, const Runs& runs, const InspectorRequest& request,
                                         const TextMetrics& metrics) {
    const RunPtr& run = runs.at(static_cast<std::size_t>(request.optimizer));
    if (!known_ || known_->run != run || known_->request != request || known_->session != session)
        known_ = Known{session, run, request, compose_inspector(session, runs, request, metrics)};
    return known_->figure;
}

}  // namespace ravine
