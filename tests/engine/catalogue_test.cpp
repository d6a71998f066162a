// Both catalogues describe what they hold consistently.
#include <set>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "support.h"

namespace ravine {
namespace {

void expect_sane(std::string_view owner, const std::vector<Parameter>& params) {
    std::set<std::string_view> ids;
    for (const Parameter& p : params) {
        const std::string where = std::string(owner) + "." + std::string(p.id);
        EXPECT_TRUE(ids.insert(p.id).second) << where << " is there twice";
        EXPECT_EQ(why_not(p, p.standard), "") << where;
        EXPECT_FALSE(p.name.empty() || p.help.empty()) << where;
        EXPECT_EQ(p.help.back(), '.') << where << ": a sentence";
        EXPECT_LT(p.min, p.max) << where;
        EXPECT_EQ(why_not(p, p.min), "") << where;
        EXPECT_EQ(why_not(p, p.max), "") << where;
        if (p.scale == Scale::log) {
            EXPECT_GT(p.min, 0) << where;
        }
        if (p.scale == Scale::decay) {
            EXPECT_TRUE(p.min >= 0 && p.max < 1) << where;
        }
        EXPECT_EQ(p.scale == Scale::choice, !p.choices.empty()) << where;
        const bool on_slider = (p.standard >= p.min && p.standard <= p.max) || (p.standard == 0 && p.zero_below > 0);
        EXPECT_TRUE(on_slider) << where;
    }
}

TEST(TheCatalogue, ListsTheObjectivesInTeachingOrder) {
    std::vector<std::string> ids;
    for (const auto& o : objectives()) ids.emplace_back(o.id);
    EXPECT_EQ(ids.front(), "bowl");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        EXPECT_EQ(Objective(ids[i]).index(), static_cast<int>(i));
        EXPECT_EQ(find_objective(ids[i]), &objectives()[i]);
    }
    EXPECT_EQ(find_objective("no-such-thing"), nullptr);
}

TEST(TheCatalogue, ListsTheOptimizersInTeachingOrder) {
    std::vector<std::string> ids;
    for (const auto& o : optimizers()) ids.emplace_back(o.id);
    EXPECT_EQ(ids.front(), "gd");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        EXPECT_EQ(Optimizer(ids[i]).index(), static_cast<int>(i));
        EXPECT_EQ(find_optimizer(ids[i]), &optimizers()[i]);
    }
    EXPECT_EQ(find_optimizer("no-such-thing"), nullptr);
}

TEST(TheCatalogue, DescribesEveryObjective) {
    for (const auto& o : objectives()) {
        EXPECT_FALSE(o.name.empty() || o.formula.empty() || o.notice.empty() || o.source.empty()) << o.id;
        EXPECT_LT(o.domain.x0, o.domain.x1) << o.id;
        EXPECT_LT(o.domain.y0, o.domain.y1) << o.id;
        EXPECT_TRUE(o.domain.contains(o.start)) << o.id;
        for (const Minimum& m : Objective(o.id).minima()) EXPECT_TRUE(o.domain.contains({m.x, m.y})) << o.id;
        expect_sane(o.id, o.params);
    }
}

TEST(TheCatalogue, DescribesEveryOptimizer) {
    for (const auto& o : optimizers()) {
        EXPECT_FALSE(o.name.empty() || o.formula.empty() || o.notice.empty() || o.source.empty()) << o.id;
        EXPECT_EQ(o.params.front().id, "lr") << o.id;
        if (o.own_params < o.params.size()) {
            EXPECT_EQ(o.params[o.own_params].id, "schedule") << o.id;
            EXPECT_EQ(o.params.back().id, "clip_norm") << o.id;
        } else {
            EXPECT_TRUE(o.id == "newton" || o.id == "lbfgs") << o.id << " takes no schedule";
        }
        expect_sane(o.id, o.params);
    }
}

TEST(AnOptimizer, TellsItsHyperparametersByName) {
    const Optimizer rmsprop = test::optimizer_with("rmsprop", {{"rho", 0.99}});
    EXPECT_EQ(rmsprop.param("rho"), 0.99);
    EXPECT_EQ(rmsprop.param("lr"), 0.01);
    EXPECT_THROW(rmsprop.param("beta1"), std::invalid_argument);
    EXPECT_THROW(Optimizer("rmsprob"), std::invalid_argument);
    EXPECT_THROW(Optimizer("gd", std::vector{0.1}), std::invalid_argument);
}

}  // namespace
}  // namespace ravine
