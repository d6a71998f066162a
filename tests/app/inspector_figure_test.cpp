// What the inspector shows, for every optimizer, width and scale.
#include "app/figure/inspector_figure.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "app/figure/line_breaks.h"
#include "app/figure/rule_numbers.h"
#include "app/figure/theme.h"
#include "app/paint/cairo_painter.h"

using namespace ravine;

namespace {

const CairoFonts& fonts() {
    static const CairoFonts loaded(std::filesystem::path(RAVINE_SHARE) / "fonts");
    return loaded;
}

Session session_of(OptimizerChoice choice) {
    Session session = opening_session();
    session.steps = 130;
    session.optimizers = {std::move(choice)};
    session.view.left = session.view.right = 0;
    return session;
}

OptimizerChoice choice_of(const OptimizerInfo& info) { return new_optimizer(Session{}, info.id); }

/// With all that can be switched on.
OptimizerChoice busy_choice_of(const OptimizerInfo& info) {
    OptimizerChoice choice = choice_of(info);
    for (std::size_t k = 0; k < info.params.size(); ++k) {
        const Parameter& p = info.params[k];
        if (p.scale == Scale::toggle) choice.params[k] = 1;
        if (p.id == "schedule") choice.params[k] = 3;
        if (p.id == "weight_decay" || p.id == "clip_norm") choice.params[k] = 0.123456;
        if (p.id == "momentum") choice.params[k] = 0.87654;
    }
    return choice;
}

OptimizerChoice typed_choice() {
    const std::string name(90, 'q');
    return new_rule(Session{},
                    TypedOptimizer(name + " = g^2 + 0.5*" + name + "; x=x-lr*g/(sqrt(" + name + ")+eps)+0*(g+(g+(g+(g-1))))"));
}

std::vector<std::pair<Rect, std::string>> text_boxes(const Figure& figure) {
    std::vector<std::pair<Rect, std::string>> out;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives)
            if (const Text* t = std::get_if<Text>(&p)) {
                const float width = fonts().width(t->text, t->role) * figure.unit, size = text_size(t->role) * figure.unit;
                const float x0 = t->at.x - (t->align == Align::left ? 0 : t->align == Align::center ? width / 2 : width);
                out.push_back({{x0, t->at.y - cap_height * size, x0 + width, t->at.y + 0.2F * size}, t->text});
            }
    return out;
}

std::string all_text(const Figure& figure) {
    std::string out;
    for (const auto& [box, text] : text_boxes(figure)) out += text + "\n";
    return out;
}

/// The texts of one row, joined: what a formula says although its pieces stand apart.
std::string joined(const Figure& figure) {
    std::string out;
    for (const auto& [box, text] : text_boxes(figure)) out += text;
    return out;
}

void expect_sound(const Figure& figure, const std::string& what) {
    const auto boxes = text_boxes(figure);
    ASSERT_FALSE(boxes.empty()) << what;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Rect& a = boxes[i].first;
        EXPECT_TRUE(a.x0 >= 0 && a.y0 >= 0 && a.x1 <= figure.width + 0.5F && a.y1 <= figure.height + 0.5F)
            << boxes[i].second << " is cut off: " << what;
        EXPECT_EQ(boxes[i].second.find("…"), std::string::npos) << boxes[i].second << ": " << what;
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            const Rect& b = boxes[j].first;
            const float slack = 0.5F;
            EXPECT_FALSE(a.x0 < b.x1 - slack && b.x0 < a.x1 - slack && a.y0 < b.y1 - slack && b.y0 < a.y1 - slack)
                << boxes[i].second << " lies over " << boxes[j].second << ": " << what;
        }
    }
}

TEST(TheInspectorsFigure, CutsNothingOffAtAnyWidth) {
    std::vector<OptimizerChoice> choices{typed_choice()};
    for (const OptimizerInfo& info : optimizers()) choices.push_back(choice_of(info)), choices.push_back(busy_choice_of(info));
    for (const OptimizerChoice& choice : choices) {
        const Session session = session_of(choice);
        const Runs runs = simulate(session);
        // The panel is 240 to 520 units wide; its margins and the scroll bar take 42.
        for (const float width : {198.0F, 250.0F, 298.0F, 390.0F, 478.0F})
            for (const float unit : {1.0F, 2.0F})
                for (const int step : {0, 1, 5, 120}) {
                    const Figure figure = compose_inspector(
                        session, runs, {.step = step, .coordinates = Coordinates::both, .width = width * unit, .unit = unit},
                        fonts());
                    expect_sound(figure, choice.id + " " + std::to_string(width) + " step " + std::to_string(step));
                }
    }
}

TEST(TheInspectorsFigure, SaysRuleAndNumbersOfTheStep) {
    const Session session = session_of(choice_of(*find_optimizer("rmsprop")));
    const Runs runs = simulate(session);
    const Figure figure = compose_inspector(session, runs, {.step = 121, .width = 478}, fonts());
    const std::string text = all_text(figure), line = joined(figure);
    EXPECT_NE(text.find("step 120 → 121"), std::string::npos) << text;
    EXPECT_NE(line.find("s←ρs+(1−ρ)g²"), std::string::npos) << line;
    EXPECT_NE(text.find(written({runs[0]->state[0][2 * 121]})), std::string::npos) << text;
    EXPECT_NE(text.find(written({runs[0]->x[121] - runs[0]->x[120]})), std::string::npos) << text;
    EXPECT_NE(text.find(written({runs[0]->rate_x[121]})), std::string::npos) << text;
}

TEST(TheInspectorsFigure, ShowsTheCoordinateThatIsAskedFor) {
    const Session session = session_of(choice_of(*find_optimizer("gd")));
    const Runs runs = simulate(session);
    const auto text = [&](Coordinates c) {
        return all_text(compose_inspector(session, runs, {.step = 9, .coordinates = c}, fonts()));
    };
    EXPECT_NE(text(Coordinates::x).find("Δx"), std::string::npos);
    EXPECT_EQ(text(Coordinates::x).find("Δy"), std::string::npos);
    EXPECT_NE(text(Coordinates::y).find("Δy"), std::string::npos);
    EXPECT_EQ(text(Coordinates::y).find("Δx"), std::string::npos);
    EXPECT_NE(text(Coordinates::both).find("Δx"), std::string::npos);
    EXPECT_NE(text(Coordinates::both).find("Δy"), std::string::npos);
}

TEST(TheInspectorsFigure, ShowsAtTheStartWhatTheFirstUpdateWillDo) {
    const Session session = session_of(choice_of(*find_optimizer("adam")));
    const std::string text = all_text(compose_inspector(session, simulate(session), {.step = 0}, fonts()));
    EXPECT_NE(text.find("step 0 → 1"), std::string::npos) << text;
    EXPECT_NE(text.find("what the first update"), std::string::npos) << text;
}

TEST(TheInspectorsFigure, SaysHowARunBrokeOff) {
    Session session = session_of(choice_of(*find_optimizer("gd")));
    session.optimizers[0].params[0] = 10;
    const Runs runs = simulate(session);
    ASSERT_EQ(runs[0]->outcome, Outcome::diverged);
    const std::string ended = all_text(compose_inspector(session, runs, {.step = 130, .width = 478}, fonts()));
    EXPECT_NE(ended.find("Diverged at step " + std::to_string(runs[0]->last())), std::string::npos) << ended;
    EXPECT_NE(ended.find("last update"), std::string::npos) << ended;

    session.optimizers[0].params[0] = 0.01;
    choose_formula(session, TypedObjective("log(x)"));
    session.start = {-1, 0};
    const Runs none = simulate(session);
    ASSERT_EQ(none[0]->last(), 0);
    const std::string nothing = all_text(compose_inspector(session, none, {.step = 0, .width = 478}, fonts()));
    EXPECT_NE(nothing.find("ended at its start"), std::string::npos) << nothing;
}

TEST(TheInspectorsFigure, IsPaintedInEveryTheme) {
    for (const ThemeName name : {ThemeName::dark, ThemeName::light, ThemeName::contrast}) {
        Session session = session_of(choice_of(*find_optimizer("adam")));
        session.view.theme = name;
        const Image image = paint_image(compose_inspector(session, simulate(session), {.step = 20}, fonts()), fonts(), 1);
        const auto [low, high] = std::ranges::minmax_element(image.rgba);
        EXPECT_LT(*low, *high);
    }
}

TEST(TheInspectorsFigure, IsComposedAnewWhenItsInputsChange) {
    Session session = session_of(choice_of(*find_optimizer("rmsprop")));
    InspectorComposer composer;
    Simulation simulation;
    const auto text = [&](int step) {
        return all_text(composer.compose(session, simulation.runs(session), {.step = step}, fonts()));
    };
    const std::string first = text(20);
    EXPECT_EQ(text(20), first);
    EXPECT_NE(text(21), first);
    EXPECT_EQ(text(20), first);
    session.optimizers[0].params[0] *= 2;
    EXPECT_NE(text(20), first);
}

int marks(const Figure& figure, const Theme& colors) {
    int count = 0;
    for (const Group& g : figure.groups)
        for (const Primitive& p : g.primitives) {
            const FillRect* fill = std::get_if<FillRect>(&p);
            count += fill != nullptr && fill->color == colors.accent ? 1 : 0;
        }
    return count;
}

TEST(TheInspectorsFigure, MarksWhatChangedMostWhereThereIsSomethingToCompare) {
    const Session session = session_of(choice_of(*find_optimizer("adam")));
    const Runs runs = simulate(session);
    const auto marked = [&](int step) {
        return marks(compose_inspector(session, runs, {.step = step}, fonts()), theme(session.view.theme));
    };
    EXPECT_EQ(marked(0), 0);
    int some = 0;
    for (int step = 2; step < 100; ++step) {
        EXPECT_LE(marked(step), 2);
        some += marked(step);
    }
    EXPECT_GT(some, 0);
}

TEST(ABrokenLine, BreaksBeforeOperatorsAndRatherBetweenTerms) {
    const auto lookup = [](std::string_view) -> std::optional<SignValue> { return SignValue{1}; };
    const RuleStatement s = read_statement("x ← aaaa (bb + cc) + dddd · ee", lookup);
    const BreakRequest request{
        .width = 16, .first_end = 16, .first = 0, .indent = 2, .blank = 1, .measure = [](std::string_view t) {
            return static_cast<float>(t.size());
        }};
    std::string text;
    int row = 0;
    for (const PlacedPiece& p : broken(s.right, request)) {
        if (p.row != row) text += "/";
        row = p.row;
        text += p.piece.text;
    }
    EXPECT_EQ(text, "aaaa(bb+cc)/+dddd·ee");
}

}  // namespace
