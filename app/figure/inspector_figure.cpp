#include "app/figure/inspector_figure.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "app/figure/difference.h"
#include "app/figure/line_breaks.h"
#include "app/figure/parts.h"
#include "app/figure/rule_numbers.h"
#include "app/figure/text_column.h"
#include "app/figure/words.h"

namespace ravine {
namespace {

// In units.
constexpr float bar = 10;     ///< left of every line: room for the mark of those that changed most
constexpr float indent = 14;  ///< of the second row of a line
constexpr float formula_row = 21, between_lines = 9;

constexpr std::string_view hat = "\u0302";

/// The letters without their hats, which are drawn apart: fonts place them on one width of letter only.
std::string bare(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; (at = out.find(hat, at)) != std::string::npos;) out.erase(at, hat.size());
    return out;
}

/// Puts the figure together from the top down.
class Inspector {
public:
    Inspector(const Sheet& sheet, const InspectorRequest& request)
        : sheet_(sheet), request_(request), column_{sheet, sheet.new_group(), sheet.figure.width} {}

    void header(const Run& run, int from) {
        const int i = request_.optimizer;
        const float sample = sheet_.units(30), row = sheet_.units(24);
        draw_pen_sample(sheet_, column_.group, {0, column_.y + row / 2}, sample, i);
        const std::string name = optimizer_names(sheet_.session)[static_cast<std::size_t>(i)];
        const float x = sample + sheet_.units(9);
        column_.text({x, row}, shortened(sheet_, name, TextRole::heading, column_.width - x), TextRole::heading,
                     sheet_.theme.text);
        column_.y += row;
        if (from >= 0)
            column_.both(fmt::format("step {} → {}", from, from + 1), fmt::format("t = {}", from + 1), TextRole::number,
                         sheet_.theme.text);
        status(run, from);
        column_.y += sheet_.units(4);
    }

    void section(const std::string& name) {
        column_.y += sheet_.units(6);
        column_.rule();
        column_.y += sheet_.units(6);
        column_.text({0, sheet_.units(20)}, name, TextRole::heading, sheet_.theme.secondary);
        column_.y += sheet_.units(22);
    }

    void lines(const Substitution& now, const std::optional<Substitution>& earlier) {
        std::vector<Difference> differences;
        for (const SubstitutedLine& l : now.lines) differences.push_back(since(l, now, earlier));
        mark_largest(differences);
        for (std::size_t k = 0; k < now.lines.size(); ++k) line(now.lines[k], differences[k]);
    }

    void held(const Substitution& now) {
        for (const HeldValue& h : now.held) column_.row(fmt::format("{}  {}", h.sign, h.name), written(h.number));
        if (!now.held.empty()) column_.y += sheet_.units(between_lines);
    }

    void summary(const Substitution& now) {
        column_.rule();
        column_.y += sheet_.units(5);
        const std::string name = now.coordinate == Component::x ? "x" : "y";
        const double step = now.after - now.before;
        const std::string direction = step > 0 ? "→ " : step < 0 ? "← " : "";
        column_.row("Δ" + name, direction + written({step}), sheet_.theme.text);
        column_.row("effective rate", written({now.rate}));
        column_.row("gradient", written({now.gradient}));
        const double downhill = -step * now.gradient;
        column_.row("along " + name, downhill > 0 ? "downhill" : downhill < 0 ? "uphill" : "level");
    }

    float height() const { return column_.y; }

private:
    /// A sign of a formula, with the hats over its letters.
    void sign(float x, float baseline, const Piece& piece, Color color) {
        const std::string letters = bare(piece.text);
        if (letters.empty()) return;
        column_.group.primitives.emplace_back(Text{{x, baseline}, letters, TextRole::formula, color, Align::left});
        if (piece.text.find(hat) == std::string::npos) return;
        const float middle = x + sheet_.width(letters.substr(0, 1), TextRole::formula) / 2;
        const float foot = baseline - sheet_.units(9), wide = sheet_.units(2.6F);
        column_.group.primitives.emplace_back(Lines{
            {{middle - wide, foot}, {middle, foot - wide}, {middle + wide, foot}}, color, std::max(1.0F, sheet_.units(1.1F))});
    }

    void status(const Run& run, int from) {
        if (from < 0) {
            column_.paragraph(run.outcome == Outcome::undefined
                                  ? "The run ended at its start: f has no value there."
                                  : "The run ended at its start: it diverged before its first update.",
                              sheet_.theme.danger);
            return;
        }
        if (request_.step <= 0) column_.paragraph("At the start. This is what the first update will do.", sheet_.theme.secondary);
        const int row = std::min(request_.step, run.last());
        const bool broke_off = run.outcome == Outcome::diverged || run.outcome == Outcome::undefined;
        if (const std::string words = outcome_words(run, row); !words.empty()) {
            const std::string first(1, static_cast<char>(std::toupper(static_cast<unsigned char>(words[0]))));
            column_.paragraph(first + words.substr(1) + (broke_off ? ". This was the last update." : "."),
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
        const float top = column_.y;
        formula(l, change);
        numbers(l);
        if (change.marked)
            column_.group.primitives.emplace_back(
                FillRect{{0, sheet_.snapped(top + sheet_.units(3)), sheet_.snapped(sheet_.units(2.5F)),
                          sheet_.snapped(column_.y - sheet_.units(2))},
                         sheet_.theme.accent,
                         0});
        column_.y += sheet_.units(between_lines);
    }

    BreakRequest breaks(TextRole role, float first_end) const {
        return {.width = column_.width,
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
        column_.text({column_.width, sheet_.units(formula_row)}, change.text, TextRole::number,
                     change.marked ? sheet_.theme.text : sheet_.theme.secondary, Align::right);
        const std::vector<Piece> pieces = equation(l.statement.left, l.statement.arrow, l.statement.right);
        const std::vector<PlacedPiece> placed = broken(pieces, breaks(TextRole::formula, column_.width - room));
        const float begin = column_.y;
        float right = 0;
        for (const PlacedPiece& p : placed) {
            column_.y = begin + static_cast<float>(p.row) * sheet_.units(formula_row);
            sign(p.x, sheet_.baseline(TextRole::formula, column_.y, column_.y + sheet_.units(formula_row)), p.piece,
                 sheet_.theme.text);
            right = p.x + sheet_.width(bare(p.piece.text), TextRole::formula);
        }
        note(l.note, right, column_.y == begin ? column_.width - room : column_.width);
        column_.y += sheet_.units(formula_row);
    }

    /// Behind the formula where there is room for it, else below.
    void note(const std::string& words, float right, float end) {
        if (words.empty()) return;
        const float x = right + sheet_.units(12), width = sheet_.width(words, TextRole::small);
        if (x + width <= end)
            return column_.text({x, sheet_.units(formula_row + 1)}, words, TextRole::small, sheet_.theme.secondary);
        column_.y += sheet_.units(formula_row - 3);
        const float left = sheet_.units(bar);
        column_.text({left, sheet_.units(TextColumn::small_row)}, shortened(sheet_, words, TextRole::small, column_.width - left),
                     TextRole::small, sheet_.theme.secondary);
        column_.y -= sheet_.units(formula_row - TextColumn::small_row);
    }

    void numbers(const SubstitutedLine& l) {
        const std::vector<Piece> pieces = equation(written({l.value}), "=", with_numbers(l.statement.right));
        const std::vector<PlacedPiece> placed = broken(pieces, breaks(TextRole::number, column_.width));
        const float begin = column_.y;
        bool is_result = true;
        for (const PlacedPiece& p : placed) {
            column_.y = begin + static_cast<float>(p.row) * sheet_.units(TextColumn::number_row);
            is_result = is_result && p.piece.text != "=";
            column_.text({p.x, sheet_.units(TextColumn::number_row)}, p.piece.text, TextRole::number,
                         is_result ? sheet_.theme.text : sheet_.theme.secondary);
        }
        column_.y += sheet_.units(TextColumn::number_row);
    }

    const Sheet& sheet_;
    const InspectorRequest& request_;
    TextColumn column_;
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
    Inspector inspector(sheet, request);
    const Run& run = sheet.run(request.optimizer);
    const int from = inspected_row(run, request.step);
    inspector.header(run, from);
    if (from >= 0) {
        const RunSpec spec = run_spec(session, request.optimizer);
        for (const Component coordinate : {Component::x, Component::y}) {
            const bool is_x = coordinate == Component::x;
            if (request.coordinates == (is_x ? Coordinates::y : Coordinates::x)) continue;
            if (request.coordinates == Coordinates::both) inspector.section(is_x ? "x" : "y");
            const Substitution now = substitute(spec, run, from, coordinate);
            std::optional<Substitution> earlier;
            if (from > 0) earlier = substitute(spec, run, from - 1, coordinate);
            inspector.held(now);
            inspector.lines(now, earlier);
            inspector.summary(now);
        }
    }
    figure.height = std::ceil(inspector.height());
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
