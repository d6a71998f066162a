// Sliders, limits and texts of parameters.
#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "support.h"

namespace ravine {
namespace {

std::vector<Parameter> all_parameters() {
    std::vector<Parameter> all;
    for (const auto& o : objectives()) all.insert(all.end(), o.params.begin(), o.params.end());
    for (const auto& o : optimizers()) all.insert(all.end(), o.params.begin(), o.params.end());
    return all;
}

TEST(ASlider, ComesBackToTheSameValue) {
    for (const Parameter& p : all_parameters()) {
        for (int i = 0; i <= 200; ++i) {
            const double value = slider_value(p, i / 200.0);
            EXPECT_EQ(slider_value(p, slider_position(p, value)), value) << p.id << " " << value;
            EXPECT_EQ(why_not(p, value), "") << p.id << " " << value;
        }
    }
}

TEST(ASlider, NeverWalksBackwards) {
    for (const Parameter& p : all_parameters())
        for (int i = 0; i < 1000; ++i) EXPECT_LE(slider_value(p, i / 1000.0), slider_value(p, (i + 1) / 1000.0)) << p.id;
}

TEST(ASlider, PutsAValueCloseToWhereItWasAskedFor) {
    for (const Parameter& p : all_parameters()) {
        if (p.scale == Scale::toggle || p.scale == Scale::choice || p.scale == Scale::integer) continue;
        for (int i = 0; i <= 100; ++i) {
            const double position = i / 100.0;
            if (position < p.zero_below) continue;
            EXPECT_NEAR(slider_position(p, slider_value(p, position)), position, 0.003) << p.id;
        }
    }
}

TEST(ASlider, ReachesItsEndsAndStaysThere) {
    for (const Parameter& p : all_parameters()) {
        const double lowest = p.zero_below > 0 ? 0 : p.min;
        EXPECT_EQ(slider_value(p, 0), lowest) << p.id;
        EXPECT_EQ(slider_value(p, 1), p.max) << p.id;
        EXPECT_EQ(slider_value(p, -3), lowest) << p.id;
        EXPECT_EQ(slider_value(p, 7), p.max) << p.id;
        EXPECT_EQ(slider_value(p, std::nan("")), lowest) << p.id;
        EXPECT_EQ(slider_position(p, lowest), 0) << p.id;
        EXPECT_EQ(slider_position(p, p.max), 1) << p.id;
        EXPECT_EQ(slider_position(p, 1e30), 1) << p.id << ": typed values may lie beyond the slider";
    }
}

TEST(ASlider, SpansDecadesEvenlyOnALogScale) {
    const Parameter p{.id = "lr", .name = "", .standard = 0.01, .min = 1e-4, .max = 1, .scale = Scale::log, .help = ""};
    EXPECT_NEAR(slider_position(p, 1e-2), 0.5, 1e-12);
    EXPECT_EQ(slider_value(p, 0.25), 1e-3);
    EXPECT_EQ(slider_value(p, 0.1), 2.51e-4) << "three digits";
}

TEST(ASlider, SpansDecadesOfOneMinusTheValueOnADecayScale) {
    const Parameter p{.id = "rho", .name = "", .standard = 0.9, .min = 0, .max = 0.9999, .scale = Scale::decay, .help = ""};
    EXPECT_NEAR(slider_position(p, 0.9), 0.25, 1e-12);
    EXPECT_NEAR(slider_position(p, 0.99), 0.5, 1e-12);
    EXPECT_EQ(slider_value(p, 0.75), 0.999);
}

TEST(ALimit, SaysWhatIsExpected) {
    Parameter p{.id = "p", .name = "", .help = ""};
    const double inf = std::numeric_limits<double>::infinity();
    EXPECT_EQ(why_not(p, -5), "");
    EXPECT_EQ(why_not(p, inf), "a finite number");
    p.limit = Limit::positive;
    EXPECT_EQ(why_not(p, 1e-300), "");
    EXPECT_EQ(why_not(p, 0), "a number above 0");
    EXPECT_EQ(why_not(p, std::nan("")), "a number above 0");
    EXPECT_EQ(why_not(p, inf), "a number above 0");
    p.limit = Limit::not_negative;
    EXPECT_EQ(why_not(p, 0), "");
    EXPECT_EQ(why_not(p, -1e-9), "a number that is 0 or more");
    p.limit = Limit::unit_interval_open_right;
    EXPECT_EQ(why_not(p, 0.999), "");
    EXPECT_EQ(why_not(p, 1), "a number that is 0 or more and below 1");
    p.scale = Scale::integer, p.limit = Limit::positive;
    EXPECT_EQ(why_not(p, 3), "");
    EXPECT_EQ(why_not(p, 3.5), "a whole number above 0");
    EXPECT_EQ(why_not(p, 0), "a whole number above 0");
    p.scale = Scale::toggle;
    EXPECT_EQ(why_not(p, 1), "");
    EXPECT_EQ(why_not(p, 0.5), "0 or 1");
    p.scale = Scale::choice, p.choices = {"red", "green", "blue"};
    EXPECT_EQ(why_not(p, 2), "");
    EXPECT_EQ(why_not(p, 3), "one of red, green or blue");
}

TEST(AValue, IsWrittenAsPeopleWriteIt) {
    const Parameter p{.id = "p", .name = "", .help = ""};
    EXPECT_EQ(format_value(p, 0.01), "0.01");
    EXPECT_EQ(format_value(p, 1e-4), "0.0001");
    EXPECT_EQ(format_value(p, 1e-8), "1e-8");
    EXPECT_EQ(format_value(p, 2.5e-12), "2.5e-12");
    EXPECT_EQ(format_value(p, 100), "100");
    EXPECT_EQ(format_value(p, 1e20), "1e20");
    EXPECT_EQ(format_value(p, -1.5), "-1.5");
    EXPECT_EQ(format_value(p, 0), "0");
    EXPECT_EQ(format_value(p, 0.1 + 0.2), "0.30000000000000004");
    const Parameter choice{.id = "c", .name = "", .scale = Scale::choice, .help = "", .choices = {"red", "green"}};
    EXPECT_EQ(format_value(choice, 1), "green");
}

TEST(AValue, ReadsBackTheSame) {
    const Parameter p{.id = "p", .name = "", .help = ""};
    for (const Point at : test::random_points({-300, 300, -1, 1}, 500)) {
        const double value = at.y * std::pow(10, at.x);
        EXPECT_EQ(std::stod(format_value(p, value)), value);
    }
}

TEST(AListOfParameters, IsSearchedById) {
    const auto& params = find_optimizer("rmsprop")->params;
    EXPECT_EQ(index_of(params, "rho"), 1);
    EXPECT_EQ(index_of(params, "beta1"), -1);
    EXPECT_EQ(standard_values(params)[1], 0.9);
}

}  // namespace
}  // namespace ravine
