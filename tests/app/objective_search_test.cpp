// Finding objectives by what is typed and by their traits.
#include "app/session/objective_search.h"

#include <algorithm>
#include <cctype>
#include <string>

#include <gtest/gtest.h>

using namespace ravine;

namespace {

bool finds(const ObjectiveQuery& query, const ObjectiveInfo& info) {
    const auto found = search_objectives(query);
    return std::find(found.begin(), found.end(), &info) != found.end();
}

std::string capitals(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return result;
}

}  // namespace

TEST(ObjectiveSearch, FindsEveryObjectiveByIdNameFormulaAndEachOfItsTraits) {
    for (const ObjectiveInfo& info : objectives()) {
        EXPECT_TRUE(finds({std::string(info.id), 0}, info)) << info.id;
        EXPECT_TRUE(finds({std::string(info.name), 0}, info)) << info.name;
        EXPECT_TRUE(finds({std::string(info.formula), 0}, info)) << info.formula;
        for (const std::string_view trait : traits_of(info)) EXPECT_TRUE(finds({std::string(trait), 0}, info)) << trait;
    }
}

TEST(ObjectiveSearch, TakesCapitalsForSmallLetters) {
    for (const ObjectiveInfo& info : objectives()) {
        EXPECT_TRUE(finds({capitals(info.id), 0}, info)) << info.id;
        EXPECT_TRUE(finds({capitals(info.name), 0}, info)) << info.name;
    }
}

TEST(ObjectiveSearch, FindsEveryObjectiveByThePartsOfItsNameInAnyOrder) {
    for (const ObjectiveInfo& info : objectives()) {
        const std::string name(info.name);
        const std::size_t space = name.find(' ');
        if (space == std::string::npos) continue;
        EXPECT_TRUE(finds({"  " + name.substr(space + 1) + "  " + name.substr(0, space), 0}, info)) << name;
    }
}

TEST(ObjectiveSearch, NamesEveryTraitOfTheCatalogueOnce) {
    unsigned named = 0, used = 0;
    for (const TraitName& trait : trait_names()) {
        EXPECT_EQ(named & trait.flag, 0U) << trait.name;
        named |= trait.flag;
    }
    for (const ObjectiveInfo& info : objectives()) used |= info.traits;
    EXPECT_EQ(used & ~named, 0U) << "a trait has no name";
    EXPECT_EQ(named & ~used, 0U) << "a filter would find nothing";
}

TEST(ObjectiveSearch, FiltersByTraitsAllOfWhichMustBeThere) {
    for (const TraitName& one : trait_names())
        for (const TraitName& other : trait_names())
            for (const ObjectiveInfo& info : objectives()) {
                const unsigned both = one.flag | other.flag;
                EXPECT_EQ(finds({"", both}, info), (info.traits & both) == both)
                    << info.id << ' ' << one.name << ' ' << other.name;
            }
}

TEST(ObjectiveSearch, FindsAllWhereNothingIsAskedInTeachingOrder) {
    const auto all = search_objectives({});
    ASSERT_EQ(all.size(), objectives().size());
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], &objectives()[i]);
}

TEST(ObjectiveSearch, ReadsSignsAsTheyAreTyped) {
    EXPECT_TRUE(finds({"(y - x^2)^2", 0}, *find_objective("rosenbrock")));
    EXPECT_TRUE(finds({"levy", 0}, *find_objective("levy-13")));
}

TEST(ObjectiveSearch, SaysThatNonsenseFindsNothing) {
    const ObjectiveQuery nonsense{"qwertz", 0};
    EXPECT_TRUE(search_objectives(nonsense).empty());
    EXPECT_EQ(nothing_found(nonsense), "No objective has 'qwertz' in its name, formula or traits.");
    const ObjectiveQuery both{"", ObjectiveInfo::convex | ObjectiveInfo::many_minima};
    EXPECT_TRUE(search_objectives(both).empty()) << "a convex surface has one basin";
    EXPECT_EQ(nothing_found(both), "No objective is convex + many minima.");
    const ObjectiveQuery not_convex{"eggholder", ObjectiveInfo::convex};
    EXPECT_TRUE(search_objectives(not_convex).empty());
    EXPECT_EQ(nothing_found(not_convex), "No objective that is convex has 'eggholder' in its name or formula.");
}
