// Bad session texts: each is refused with a sentence that names the place and what was expected.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/session/session_json.h"

namespace ravine {
namespace {

std::string refusal(const std::string& text) {
    try {
        session_from_json(text);
    } catch (const SessionError& error) {
        return error.what();
    }
    return "accepted";
}

std::string with(const std::string& keys) { return R"({"ravine": 1, )" + keys + "}"; }

struct Case {
    std::string text;
    std::vector<std::string> told;
};

void expect_refusals(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        const std::string sentence = refusal(c.text);
        for (const std::string& part : c.told)
            EXPECT_NE(sentence.find(part), std::string::npos) << c.text << "\n  → " << sentence;
        EXPECT_EQ(sentence.find('\n'), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find("json.exception"), std::string::npos) << sentence;
        EXPECT_LT(sentence.size(), 300U) << sentence;
    }
}

TEST(SessionErrors, TextThatIsNotJsonIsPlaced) {
    expect_refusals({
        {"", {"empty"}},
        {" \n ", {"empty"}},
        {"{", {"line 1, column 2", "ends too early"}},
        {"{\n  \"ravine\": 1,\n  }", {"line 3, column 3", "unexpected '}'"}},
        {"{\"ravine\": 1} x", {"line 1, column 15", "unexpected 'x'"}},
        {"{\"ravine\": 1,, \"title\": \"\"}", {"line 1, column 14", "unexpected ','"}},
        {"{'ravine': 1}", {"line 1, column 2", "unexpected '''"}},
        {"{\"title\": \"∇∇\" ]", {"line 1, column 16", "unexpected ']'"}},
        {"{\"title\": \"two\nlines\"}", {"line 1, column 15", "end of the line"}},
        {"{\"title\": \"\xFF\"}", {"line 1, column 12", "not UTF-8"}},
        {"{\"ravine\": 1, \"noise\": 1e999}", {"1e999", "too large"}},
        {"{\"ravine\": 1, \"ravine\": 1}", {"'ravine' stands twice"}},
        {with(R"("view": {"x": [0, 1], "x": [0, 2]})"), {"'x' stands twice"}},
    });
}

TEST(SessionErrors, WhatIsNoSessionIsSaidToBeNone) {
    expect_refusals({
        {"[]", {"not a session"}},
        {"3", {"not a session"}},
        {"{}", {"not a session", "'ravine' is missing"}},
        {R"({"ravine": 2, "planet": 9})", {"format 2", "format 1", "later Ravine"}},
        {R"({"ravine": 0})", {"ravine: expected", "1"}},
        {R"({"ravine": -1})", {"ravine: expected"}},
        {R"({"ravine": "1"})", {"ravine: expected"}},
        {R"({"ravine": null})", {"ravine: expected"}},
    });
}

TEST(SessionErrors, UnknownKeysAreNamedWithTheNearestKnownOne) {
    expect_refusals({
        {with(R"("ttile": "")"), {"ttile: unknown key; did you mean 'title'?"}},
        {with(R"("view": {"colourmap": "jet"})"), {"view.colourmap: unknown key", "'colormap'"}},
        {with(R"("lesson": {"lock": []})"), {"lesson.lock: unknown key", "'locked'"}},
        {with(R"("objective": {"id": "bowl", "param": {}})"), {"objective.param: unknown key", "'params'"}},
        {with(R"("objective": {"id": "rosenbrock", "params": {"c": 1}})"),
         {"objective.params.c: unknown parameter of rosenbrock"}},
        {with(R"("optimizers": [{"id": "adagrad"}, {"id": "rmsprop", "params": {"roh": 0.9}}])"),
         {"optimizers[1].params.roh: unknown parameter of rmsprop; did you mean 'rho'?"}},
        {with(R"("optimizers": [{"id": "gd", "colour": 1}])"), {"optimizers[0].colour: unknown key", "'color'"}},
        {with(R"("changes": [{"step": 1, "optimizer": 0, "param": "lr", "value": 1, "at": 2}])"), {"changes[0].at: unknown key"}},
        {with("\"two\\nlines\": 1"), {"two?lines: unknown key"}},
    });
}

TEST(SessionErrors, UnknownNamesAreNamedWithTheNearestKnownOne) {
    expect_refusals({
        {with(R"("objective": {"id": "rosenbrok"})"), {"objective.id: unknown objective 'rosenbrok'", "'rosenbrock'"}},
        {with(R"("objective": {"id": 3})"), {"objective.id: expected a name"}},
        {with(R"("optimizers": [{"id": "rms"}])"), {"optimizers[0].id: unknown optimizer 'rms'", "'rmsprop'"}},
        {with(R"("view": {"layout": "gird"})"), {"view.layout: unknown layout 'gird'", "did you mean 'grid'?"}},
        {with(R"("view": {"order": "best"})"), {"view.order: unknown order 'best'"}},
        {with(R"("view": {"overlays": ["marks", "arows"]})"),
         {"view.overlays[1]: unknown overlay 'arows'", "did you mean 'arrows'?"}},
        {with(R"("view": {"curves": [{"kind": "hight"}, {}]})"), {"view.curves[0].kind: unknown curve 'hight'", "'height'"}},
        {with(R"("view": {"colormap": "virids"})"), {"view.colormap: unknown colormap", "did you mean 'viridis'?"}},
        {with(R"("view": {"theme": "drak"})"), {"view.theme: unknown theme", "did you mean 'dark'?"}},
        {with(R"("view": {"levels": 1})"), {"view.levels: expected a name"}},
        {with(R"("changes": [{"step": 1, "optimizer": 1, "param": "roh", "value": 1}])"),
         {"changes[0].param: unknown rmsprop parameter 'roh'", "'rho'"}},
    });
}

TEST(SessionErrors, ValuesOfTheWrongTypeSayWhatWasExpected) {
    expect_refusals({
        {with(R"("title": 3)"), {"title: expected a text", "found 3"}},
        {with(R"("title": null)"), {"title: expected a text", "found null"}},
        {with(R"("objective": "bowl")"), {"objective: expected an object", "'bowl'"}},
        {with(R"("objective": {"id": "rosenbrock", "params": [1]})"), {"objective.params: expected an object"}},
        {with(R"("objective": {"id": "rosenbrock", "params": {"b": "100"}})"),
         {"objective.params.b: expected a number", "'100'"}},
        {with(R"("view": {"curves": [{}]})"), {"view.curves: expected a list of 2"}},
        {with(R"("view": {"curve_range": [0]})"), {"view.curve_range: expected a list of 2"}},
        {with(R"("view": {"curve_range": [0, "1"]})"), {"view.curve_range[1]: expected a number"}},
        {with(R"("view": {"overlays": true})"), {"view.overlays: expected a list"}},
        {with(R"("view": {"camera": {"elevation": 91}})"), {"view.camera.elevation: expected a number from 5 to 90"}},
        {with(R"("start": [1])"), {"start: expected a list of 2", "a list of 1"}},
        {with(R"("start": [1, true])"), {"start[1]: expected a number", "true"}},
        {with(R"("start": {"x": 1})"), {"start: expected a list of 2", "an object"}},
        {with(R"("noise": "much")"), {"noise: expected a number"}},
        {with(R"("optimizers": {})"), {"optimizers: expected a list of 1 to 12"}},
        {with(R"("optimizers": ["gd"])"), {"optimizers[0]: expected an object"}},
        {with(R"("objective": {"params": {}})"), {"objective", "'id' is missing"}},
        {with(R"("optimizers": [{}])"), {"optimizers[0]", "'id' is missing"}},
        {with(R"("optimizers": [{"id": "gd", "shown": 1}])"), {"optimizers[0].shown: expected true or false"}},
        {with(R"("changes": [{"step": 1, "param": "lr", "value": 1}])"), {"changes[0]", "'optimizer' is missing"}},
        {with(R"("lesson": {"locked": [1]})"), {"lesson.locked[0]: expected a text"}},
        {with(R"("view": [])"), {"view: expected an object"}},
    });
}

TEST(SessionErrors, ValuesOutOfRangeSayTheRange) {
    expect_refusals({
        {with(R"("steps": 0)"), {"steps: expected a whole number from 1 to 1000000", "found 0"}},
        {with(R"("steps": 1000001)"), {"steps: expected"}},
        {with(R"("steps": 2.5)"), {"steps: expected", "2.5"}},
        {with(R"("steps": "300")"), {"steps: expected"}},
        {with(R"("steps": 1e300)"), {"steps: expected"}},
        {with(R"("view": {"curve_range": [200, 100]})"), {"view.curve_range: expected [FROM, TO]", "found a list of 2"}},
        {with(R"("view": {"curve_range": [-1, 100]})"), {"view.curve_range: expected [FROM, TO]"}},
        {with(R"("view": {"curve_range": [5, 5.5]})"), {"view.curve_range: expected [FROM, TO]", "at least 1 above FROM"}},
        {with(R"("view": {"curve_range": [3, 3]})"), {"view.curve_range: expected [FROM, TO]", "[0, 0] for all"}},
        {with(R"("view": {"curve_range": [0, 1000001]})"), {"view.curve_range: expected [FROM, TO]", "TO ≤ 1000000"}},
        {with(R"("seed": -1)"), {"seed: expected a whole number from 0"}},
        {with(R"("seed": 1.5)"), {"seed: expected"}},
        {with(R"("seed": 18446744073709551616)"), {"seed: expected"}},
        {with(R"("noise": -0.1)"), {"noise: expected a number that is 0 or more"}},
        {with(R"("optimizers": [])"), {"optimizers: expected a list of 1 to 12"}},
        {with(R"("optimizers": [{"id": "gd", "params": {"lr": 0}}])"),
         {"optimizers[0].params.lr: expected a number above 0", "found 0"}},
        {with(R"("optimizers": [{"id": "rmsprop", "params": {"rho": 1}}])"), {"optimizers[0].params.rho: expected", "below 1"}},
        {with(R"("optimizers": [{"id": "rmsprop", "params": {"centered": 2}}])"),
         {"optimizers[0].params.centered: expected 0 or 1"}},
        {with(R"("optimizers": [{"id": "gd", "color": -1}])"), {"optimizers[0].color: expected a whole number"}},
        {with(R"("changes": [{"step": -1, "optimizer": 0, "param": "lr", "value": 1}])"), {"changes[0].step"}},
        {with(R"("changes": [{"step": 1, "optimizer": 2, "param": "lr", "value": 1}])"),
         {"changes[0].optimizer: expected", "from 0 to 1"}},
        {with(R"("changes": [{"step": 1, "optimizer": 0, "param": "lr", "value": -1}])"),
         {"changes[0].value: expected a number above 0"}},
        {with(R"("view": {"x": [2, -2]})"), {"view.x: ", "X0 < X1"}},
        {with(R"("view": {"y": [1, 1]})"), {"view.y: "}},
        {with(R"("view": {"x": [-1e308, 1e308]})"), {"view.x: "}},
        {with(R"("view": {"step": -1})"), {"view.step: expected"}},
        {with(R"("view": {"panes": [0, 2]})"), {"view.panes[1]: expected a whole number from 0 to 1"}},
        {with(R"("title": ")" + std::string(65537, 'a') + "\""), {"title: expected a text of at most 65536 bytes"}},
    });
}

TEST(SessionErrors, ListsHaveALimit) {
    std::string optimizer_list, change_list;
    for (int i = 0; i < 13; ++i) optimizer_list += std::string(i > 0 ? "," : "") + R"({"id": "gd"})";
    for (int i = 0; i < 10'001; ++i)
        change_list += std::string(i > 0 ? "," : "") + R"({"step":1,"optimizer":0,"param":"lr","value":1})";
    expect_refusals({
        {with("\"optimizers\": [" + optimizer_list + "]"), {"optimizers: expected a list of 1 to 12, found a list of 13"}},
        {with("\"changes\": [" + change_list + "]"), {"changes: expected a list of at most 10000"}},
    });
}

TEST(SessionErrors, HostileNestingIsRefused) {
    expect_refusals({
        {std::string(500'000, '['), {"nested more than"}},
        {with("\"title\": " + std::string(200'000, '[') + std::string(200'000, ']')), {"nested more than"}},
    });
    std::string objects = with("\"view\": ");
    for (int i = 0; i < 100'000; ++i) objects += "{\"view\":";
    EXPECT_NE(refusal(objects), "accepted");
}

TEST(SessionErrors, EveryCutOfASessionIsRefused) {
    const std::string text = to_json(opening_session());
    for (std::size_t length = 0; length + 2 < text.size(); ++length)
        EXPECT_NE(refusal(text.substr(0, length)), "accepted") << text.substr(0, length);
}

TEST(SessionErrors, OneWrongByteIsAnErrorOrAnotherSession) {
    const std::string text = to_json(opening_session());
    int refused = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        for (const char c : {'\0', '"', '}', '9', 'z', '-', '\xC3'}) {
            std::string wrong = text;
            wrong[i] = c;
            refused += refusal(wrong) != "accepted";
        }
    EXPECT_GT(refused, static_cast<int>(text.size()));
}

TEST(SessionErrors, EveryLimitOfEveryHyperparameterHolds) {
    for (const OptimizerInfo& info : optimizers())
        for (const Parameter& p : info.params)
            for (const double value : {-1.0, 0.0, 0.5, 1.0, 1e9}) {
                const std::string text = with("\"optimizers\": [{\"id\": \"" + std::string(info.id) + "\", \"params\": {\"" +
                                              std::string(p.id) + "\": " + std::to_string(value) + "}}]");
                EXPECT_EQ(refusal(text) == "accepted", why_not(p, value).empty()) << text << refusal(text);
            }
}

}  // namespace
}  // namespace ravine
