// Whatever a person can choose survives being written and read.
#include <bit>
#include <cmath>
#include <cstdint>
#include <random>

#include <gtest/gtest.h>

#include "app/session/session_json.h"
#include "tests/app/any_session.h"

namespace ravine {
namespace {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    int upto(int last) { return static_cast<int>(engine_() % (static_cast<std::uint64_t>(last) + 1)); }
    std::uint64_t bits() { return engine_(); }
    double unit() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }

    /// Any finite double, down to the last bit.
    double any() {
        for (;;)
            if (const auto value = std::bit_cast<double>(engine_()); std::isfinite(value)) return value;
    }

    double value(const Parameter& p) {
        if (p.scale == Scale::toggle) return upto(1);
        if (p.scale == Scale::choice) return upto(static_cast<int>(p.choices.size()) - 1);
        for (;;) {
            const double drawn = upto(1) == 0 ? any() : p.min + unit() * (p.max - p.min);
            const double wanted = p.scale == Scale::integer ? std::round(drawn) : drawn;
            if (why_not(p, wanted).empty()) return wanted;
        }
    }

    std::string text() {
        static const char* const signs[] = {"a", "\"", "\\", "\n", "∇", "é", " ", "\t", "学", "\x01"};
        std::string text;
        for (int i = upto(12); i > 0; --i) text += signs[upto(9)];
        return text;
    }

private:
    std::mt19937_64 engine_;
};

std::vector<double> values(Dice& dice, const std::vector<Parameter>& params) {
    std::vector<double> list = standard_values(params);
    for (std::size_t i = 0; i < params.size(); ++i)
        if (dice.upto(1) == 0) list[i] = dice.value(params[i]);
    return list;
}

void choose_view(Dice& dice, Session& session) {
    const int last = static_cast<int>(session.optimizers.size()) - 1;
    View& view = session.view;
    view.layout = static_cast<Layout>(dice.upto(3));
    view.levels = static_cast<Levels>(dice.upto(2));
    if (dice.upto(1) == 0) view.level_count = 2 + dice.upto(max_level_count - 2);
    view.theme = static_cast<ThemeName>(dice.upto(2));
    view.colormap = colormap_ids[static_cast<std::size_t>(dice.upto(6))];
    view.box = {-dice.unit() - 0.1, dice.unit(), 3 + dice.unit(), 5 + dice.unit()};
    view.step = dice.upto(max_steps);
    view.left = dice.upto(last);
    view.right = dice.upto(last);
    for (Curve& curve : view.curves) curve = {static_cast<CurveKind>(dice.upto(5)), static_cast<CurveScale>(dice.upto(2))};
    if (dice.upto(1) == 1) {
        const double from = (max_steps - 2) * dice.unit();
        view.curve_range = {from, from + 1.1 + 0.9 * dice.unit()};
    }
    view.order = static_cast<GridOrder>(dice.upto(4));
    for (bool Overlays::*on : {&Overlays::minima, &Overlays::marks, &Overlays::fade, &Overlays::arrows, &Overlays::labels,
                               &Overlays::shading, &Overlays::step_box}) {
        view.overlays.*on = dice.upto(1) == 1;
    }
    view.camera = {360 * dice.unit(),
                   5 + 85 * dice.unit(),
                   1 + dice.unit(),
                   dice.unit() - 0.5,
                   -dice.unit(),
                   0.05 + dice.unit(),
                   static_cast<Camera::Heights>(dice.upto(1))};
}

/// More runs than one per optimizer, short enough for all of them to fit, and an optimizer whose rule is typed.
void spread(Dice& dice, Session& session) {
    session.steps = 1 + dice.upto(99);
    session.ensemble = 1 + dice.upto(max_ensemble - 1);
    for (int i = dice.upto(max_starts - 2); i > 0; --i) session.more_starts.push_back({dice.any(), dice.any()});
    const TypedOptimizer rule("param kick = 0.5 [0, 1]\ns = rho*s + (1-rho)*g^2; x = x - lr*g*kick/(sqrt(s)+eps)");
    OptimizerChoice choice = new_rule(session, rule);
    choice.params = values(dice, rule.info().params);
    session.changes.clear();
    session.optimizers.back() = choice;
}

Lesson any_lesson(Dice& dice) {
    Lesson lesson{dice.text(), dice.text(), dice.text(), dice.text(), {dice.text(), "objective"}, {}, {}};
    for (int i = dice.upto(2); i > 0; --i) lesson.hidden.push_back(dice.text());
    for (int i = dice.upto(2); i > 0; --i) {
        LessonClaim claim{"0" + dice.text(), dice.upto(99), static_cast<LessonClaim::Quantity>(dice.upto(11)), {}};
        if (dice.upto(1) == 0) claim.step = dice.upto(max_steps);
        lesson.claims.push_back(claim);
    }
    return lesson;
}

}  // namespace

Session any_session(std::uint64_t seed) {
    Dice dice(seed);
    Session session;
    choose_objective(session, objectives()[static_cast<std::size_t>(dice.upto(static_cast<int>(objectives().size()) - 1))].id);
    session.objective_params = values(dice, find_objective(session.objective)->params);
    session.title = dice.text();
    session.start = {dice.any(), dice.any()};
    session.steps = 1 + dice.upto(max_steps - 1);
    session.seed = dice.bits();
    session.noise = std::abs(dice.any());
    for (int i = dice.upto(max_optimizers - 1); i >= 0; --i) {
        const OptimizerInfo& info = optimizers()[static_cast<std::size_t>(dice.upto(static_cast<int>(optimizers().size()) - 1))];
        session.optimizers.push_back({std::string(info.id), values(dice, info.params), dice.upto(99), dice.upto(1) == 0});
    }
    for (int i = dice.upto(5); i > 0; --i) {
        const int optimizer = dice.upto(static_cast<int>(session.optimizers.size()) - 1);
        const OptimizerInfo& info = *find_optimizer(session.optimizers[static_cast<std::size_t>(optimizer)].id);
        const Parameter& p = info.params[static_cast<std::size_t>(dice.upto(static_cast<int>(info.params.size()) - 1))];
        session.changes.push_back({dice.upto(max_steps), optimizer, std::string(p.id), dice.value(p)});
    }
    if (dice.upto(2) == 0) spread(dice, session);
    if (dice.upto(3) == 0) choose_formula(session, TypedObjective("(1-x)^2 + 100(y-x^2)^2"));
    choose_view(dice, session);
    session.lesson = any_lesson(dice);
    return session;
}

namespace {

TEST(SessionRoundTrip, AnySessionReadsBackEqual) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const Session session = any_session(seed);
        const std::string text = to_json(session);
        const Session again = session_from_json(text);
        EXPECT_EQ(again, session) << text;
        EXPECT_EQ(to_json(again), text);
    }
}

TEST(SessionRoundTrip, TheOpeningSessionReadsBackEqualButForTheStepThatIsShown) {
    EXPECT_EQ(session_from_json(to_json(opening_session())), opening_session());
}

TEST(SessionRoundTrip, DefaultsAreLeftOut) {
    Session session = opening_session();
    session.optimizers = {new_optimizer({}, "rmsprop")};
    session.view.right = 0;
    const std::string text = to_json(session);
    EXPECT_NE(text.find(R"({"id": "rmsprop", "params": {}, "color": 0, "shown": true})"), std::string::npos) << text;
    EXPECT_EQ(text.back(), '\n');
}

TEST(SessionRoundTrip, ATextThatIsNotUtf8IsWrittenAsOneThatIs) {
    Session session = opening_session();
    session.title = "caf\xE9";
    EXPECT_EQ(session_from_json(to_json(session)).title, "caf\xEF\xBF\xBD");
}

TEST(SessionRoundTrip, ChoicesAreWrittenByName) {
    for (const OptimizerInfo& info : optimizers())
        for (std::size_t i = 0; i < info.params.size(); ++i) {
            const Parameter& p = info.params[i];
            if (p.scale != Scale::choice) continue;
            Session session = opening_session();
            session.optimizers = {new_optimizer({}, info.id)};
            session.view.right = 0;
            const std::size_t other = p.choices.size() - 1;
            session.optimizers[0].params[i] = static_cast<double>(other);
            const std::string written = "\"" + std::string(p.id) + "\": \"" + std::string(p.choices[other]) + "\"";
            EXPECT_NE(to_json(session).find(written), std::string::npos) << to_json(session);
        }
}

TEST(SessionFormat, TheExampleOfTheInterfaceIsRead) {
    const Session session = session_from_json(R"(
    { "ravine": 1, "title": "", "objective": {"id": "rosenbrock", "params": {"b": 100}},
      "start": [-1.5, 2], "steps": 300, "seed": 1, "noise": 0,
      "optimizers": [{"id": "adagrad", "params": {"lr": 0.3}}, {"id": "rmsprop", "params": {"lr": 0.01, "rho": 0.9}}],
      "changes": [{"step": 120, "optimizer": 1, "param": "rho", "value": 0.99}],
      "view": {"layout": "compare", "x": [-2, 2], "y": [-1, 3], "step": 300, "colormap": "slate", "levels": "log"},
      "lesson": {"caption": "", "text": "", "locked": ["objective"]} })");
    EXPECT_EQ(session.start, (Point{-1.5, 2}));
    EXPECT_EQ(session.view.box, (Box{-2, 2, -1, 3}));
    EXPECT_EQ(session.changes, (std::vector<SessionChange>{{120, 1, "rho", 0.99}}));
    EXPECT_EQ(session.optimizers[0].color, 0);
    EXPECT_EQ(session.optimizers[1].color, 1);
    EXPECT_EQ(session.lesson.locked, std::vector<std::string>{"objective"});
}

TEST(SessionFormat, MissingKeysTakeTheirDefaults) {
    Session expected = opening_session();
    expected.view.step = expected.steps;  // a picture shows the end
    EXPECT_EQ(session_from_json(R"({"ravine": 1})"), expected);
    EXPECT_EQ(session_from_json("\xEF\xBB\xBF{\"ravine\": 1}"), expected) << "a byte order mark is no error";
    EXPECT_EQ(session_from_json(R"({"ravine": 1.0})"), expected);
}

TEST(SessionFormat, AnObjectiveBringsItsStartAndView) {
    for (const ObjectiveInfo& info : objectives()) {
        const Session session = session_from_json(R"({"ravine": 1, "objective": {"id": ")" + std::string(info.id) + R"("}})");
        EXPECT_EQ(session.start, info.start);
        EXPECT_EQ(session.view.box, info.domain);
        EXPECT_EQ(session.objective_params, standard_values(info.params));
    }
}

TEST(SessionFormat, TogglesAreNumbersOrTrueAndFalse) {
    const auto centered = [](const std::string& value) {
        const Session session =
            session_from_json(R"({"ravine": 1, "optimizers": [{"id": "rmsprop", "params": {"centered": )" + value + "}}]}");
        return optimizer_of(session.optimizers[0]).param("centered");
    };
    EXPECT_EQ(centered("true"), 1);
    EXPECT_EQ(centered("1"), 1);
    EXPECT_EQ(centered("false"), 0);
}

}  // namespace
}  // namespace ravine
