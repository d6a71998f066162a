// The lessons that come with the program say what is true, and show it.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "app/figure/compose.h"
#include "app/session/lesson_shelf.h"
#include "engine/tune.h"
#include "tests/app/figure_checks.h"
#include "tests/app/lesson_numbers.h"

using namespace ravine;
using namespace ravine_test;

namespace {

const std::vector<ShelvedLesson>& lessons() {
    static const std::vector<ShelvedLesson> read = lessons_in(std::filesystem::path(RAVINE_SHARE) / "lessons");
    return read;
}

void for_each_page(const std::function<void(const Session&, const std::string&)>& check) {
    for (const ShelvedLesson& shelved : lessons())
        for (std::size_t i = 0; i < shelved.lesson.pages.size(); ++i)
            check(shelved.lesson.pages[i], shelved.id + ", page " + std::to_string(i + 1));
}

bool is_among(const std::vector<double>& known, double value) {
    return std::ranges::any_of(known, [&](double k) { return std::abs(k - value) <= 1e-9 * std::max(1.0, std::abs(k)); });
}

/// The numbers that a page may print: its session's, those it claims, what its sums come to, and the smallest ones.
std::vector<double> may_be_printed(const Session& page) {
    std::vector<double> known = numbers_of(page);
    known.insert(known.end(), {0, 1, 2, -1});
    for (const LessonClaim& claim : page.lesson.claims) {
        for (const Numeral& n : numerals(claim.says)) known.push_back(n.value);
        if (claim.step) known.push_back(*claim.step);
    }
    for (const std::string& formula : prose(all_words(page.lesson)).formulas)
        if (sum(formula).numeric)
            for (const Numeral& n : numerals(formula)) known.push_back(n.value);
    return known;
}

std::string contents_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST(Numerals, AreReadAsTheyArePrinted) {
    const auto values = [](std::string_view text) {
        std::vector<double> list;
        for (const Numeral& n : numerals(text)) list.push_back(n.value);
        return list;
    };
    EXPECT_EQ(values("From −0.5 to 12. Then 1e-8, x², beta1 and 1.2 × 10⁻⁵ (3)."),
              (std::vector<double>{-0.5, 12, 1e-8, 1.2e-5, 3}));
    EXPECT_TRUE(numerals("0.012")[0].rounds(0.0124));
    EXPECT_FALSE(numerals("0.012")[0].rounds(0.0126));
    EXPECT_TRUE(numerals("1.2 × 10⁻⁵")[0].rounds(1.24e-5));
    EXPECT_FALSE(numerals("1.2 × 10⁻⁵")[0].rounds(1.26e-5));
    EXPECT_FALSE(numerals("120")[0].rounds(121));
}

TEST(Sums, HoldOrDoNot) {
    for (const char* right : {"1 - 2*0.1 = 0.8", "2/51 ≈ 0.0392", "sqrt(10) ≈ 3.2", "1 - 50*2/51 ≈ -0.961"})
        EXPECT_TRUE(sum(right).numeric && sum(right).holds) << right;
    for (const char* wrong : {"1 - 2*0.1 = 0.81", "2/51 ≈ 0.0393", "2/51 = 0.0392"})
        EXPECT_TRUE(sum(wrong).numeric && !sum(wrong).holds) << wrong;
    for (const char* none : {"x = x - lr*g", "lr/sqrt(1-rho)", "s = s + g^2", "5", "x = 3"})
        EXPECT_FALSE(sum(none).numeric) << none;
}

TEST(Lessons, AreThereWithTitlesOfTheirOwn) {
    EXPECT_GE(lessons().size(), 13U);
    std::set<std::string> titles;
    for (const auto& [id, file, lesson] : lessons()) {
        EXPECT_TRUE(titles.insert(lesson.title).second) << id;
        EXPECT_FALSE(lesson.summary.empty()) << id;
        EXPECT_LE(lesson.summary.size(), 90U) << id << ": one line for the gallery";
        EXPECT_GE(lesson.pages.size(), id == "tutorial-rmsprop" ? 2U : 3U) << id;
        EXPECT_LE(lesson.pages.size(), 6U) << id;
    }
}

TEST(Lessons, ReadBackEqual) {
    for (const auto& [id, file, lesson] : lessons()) EXPECT_EQ(lesson_from_json(to_json(lesson)), lesson) << id;
}

TEST(Lessons, SaySomethingOnEveryPage) {
    for_each_page([](const Session& page, const std::string& name) {
        const Lesson& l = page.lesson;
        EXPECT_FALSE(l.caption.empty()) << name;
        EXPECT_EQ(l.caption.find('\n'), std::string::npos) << name;
        EXPECT_TRUE(l.text.starts_with("## ")) << name;
        EXPECT_EQ(l.question.empty(), l.answer.empty()) << name;
        EXPECT_FALSE(l.claims.empty()) << name;
        EXPECT_EQ(std::ranges::count(all_words(l), '`') % 2, 0) << name;
    });
}

TEST(Lessons, LockAndHideOnlyControlsThatThereAre) {
    const std::string document = contents_of(RAVINE_DOCUMENTS "/sessions.md");
    const std::size_t from = document.find("\nControls: ");
    ASSERT_NE(from, std::string::npos);
    const std::vector<std::string> names = prose(document.substr(from, document.find("\n\n", from) - from)).formulas;
    EXPECT_GE(names.size(), 15U);
    for_each_page([&](const Session& page, const std::string& name) {
        for (const auto* list : {&page.lesson.locked, &page.lesson.hidden})
            for (const std::string& control : *list)
                EXPECT_NE(std::ranges::find(names, control), names.end()) << name << ": " << control;
        for (const std::string& control : page.lesson.locked)
            EXPECT_EQ(std::ranges::find(page.lesson.hidden, control), page.lesson.hidden.end())
                << name << ": " << control << " is both";
    });
}

TEST(Lessons, ClaimWhatTheRunsDo) {
    int checked = 0;
    for_each_page([&](const Session& page, const std::string& name) {
        const Runs runs = simulate(page);
        for (const LessonClaim& claim : page.lesson.claims) {
            const std::string what = name + " says '" + claim.says + "'";
            EXPECT_NE(all_words(page.lesson).find(claim.says), std::string::npos) << what << ", but nowhere";
            ++checked;
            if (claim.quantity == LessonClaim::Quantity::outcome) {
                const std::string_view outcome = text_of(runs.at(static_cast<std::size_t>(claim.run))->outcome);
                EXPECT_NE(outcome.find(claim.says), std::string_view::npos) << what << ", but it is " << outcome;
                EXPECT_GE(claim.says.size(), 6U) << what;
                continue;
            }
            const std::vector<Numeral> said = numerals(claim.says);
            ASSERT_EQ(said.size(), 1U) << what;
            EXPECT_EQ(said[0].text, claim.says) << what << ": more than a number";
            EXPECT_TRUE(said[0].rounds(measured(page, runs, claim))) << what << " where it is " << measured(page, runs, claim);
        }
    });
    EXPECT_GT(checked, 200);
}

TEST(Lessons, PrintNoNumberThatNothingStandsBehind) {
    for_each_page([](const Session& page, const std::string& name) {
        const std::vector<double> known = may_be_printed(page);
        const Prose text = prose(all_words(page.lesson));
        for (const Numeral& n : numerals(text.words)) EXPECT_TRUE(is_among(known, n.value)) << name << ": " << n.text;
        for (const std::string& formula : text.formulas) {
            const Sum result = sum(formula);
            EXPECT_TRUE(!result.numeric || result.holds) << name << ": " << formula;
            for (const Numeral& n : numerals(formula)) EXPECT_TRUE(is_among(known, n.value)) << name << ": " << formula;
        }
    });
}

TEST(Lessons, CallSettingsTunedThatTuningFinds) {
    const auto fair = std::ranges::find(lessons(), "11-fair-comparison", &ShelvedLesson::id);
    ASSERT_NE(fair, lessons().end());
    const Session& page = fair->lesson.pages.at(2);
    ASSERT_NE(page.lesson.text.find("tuning finds"), std::string::npos);
    Session untuned = page;
    for (OptimizerChoice& choice : untuned.optimizers) choice.params = standard_values(info_of(choice).params);
    for (std::size_t i = 0; i < page.optimizers.size(); ++i) {
        const Tuned tuned = tune({.run = run_spec(untuned, static_cast<int>(i)), .seed = page.seed});
        EXPECT_EQ(tuned.params, page.optimizers[i].params) << page.optimizers[i].id;
    }
}

TEST(Lessons, ComposeWithoutTextOverText) {
    for_each_page([](const Session& page, const std::string& name) {
        const Runs runs = simulate(page);
        Composer composer;
        for (const auto& [width, height] : {std::pair{1600.0F, 900.0F}, std::pair{1280.0F, 720.0F}}) {
            const Figure figure =
                composer.compose(page, runs, {.width = width, .height = height, .unit = document_unit(width, height)}, fonts());
            expect_no_text_over_another(figure, name);
            expect_nothing_cut_off(figure, name);
            EXPECT_NE(all_text(figure).find(page.lesson.caption), std::string::npos) << name << ": the caption is cut off";
        }
    });
}

TEST(Lessons, ShowOnlyWhatIsInView) {
    for_each_page([](const Session& page, const std::string& name) {
        EXPECT_LE(page.view.step, page.steps) << name;
        EXPECT_TRUE(page.start.x >= page.view.box.x0 && page.start.x <= page.view.box.x1 && page.start.y >= page.view.box.y0 &&
                    page.start.y <= page.view.box.y1)
            << name << ": the start is out of view";
    });
}
