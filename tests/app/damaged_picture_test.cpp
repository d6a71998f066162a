// Damaged and hostile pictures: each gets its answer, at no great cost.
#include <algorithm>
#include <fstream>
#include <new>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/export/carried_session.h"
#include "app/session/session_json.h"
#include "tests/app/small_pictures.h"

namespace ravine {
namespace {

const std::string whole = "session", none = "none", no_picture = "no picture";

/// What comes of opening these bytes: one of the words above, "another session", or the sentence of the error.
std::string answer(std::string_view bytes) {
    if (!is_picture(bytes)) return no_picture;
    try {
        const auto session = session_in_picture(bytes);
        if (!session) return none;
        return *session == opening_session() ? whole : "another session";
    } catch (const SessionError& error) {
        return error.what();
    }
}

/// A sentence that a person can read; what an error may say.
void expect_sentence(const std::string& told) {
    EXPECT_GT(told.size(), 15U) << told;
    EXPECT_LT(told.size(), 300U) << told;
    EXPECT_TRUE(std::ranges::none_of(told, [](unsigned char c) { return c < 0x20 || c == 0x7F; })) << told;
}

bool is_damage(const std::string& told) { return told.starts_with("the picture is damaged: "); }

std::string carrying(const Carrier& carrier) { return carrier.with_session(carrier.picture(), opening_session()); }

template <class Check>
void flip_every_bit(const std::string& picture, const Check& check) {
    std::string damaged = picture;
    for (std::size_t at = 0; at < picture.size(); ++at)
        for (unsigned bit = 0; bit < 8; ++bit) {
            damaged[at] = static_cast<char>(static_cast<unsigned char>(picture[at]) ^ (1U << bit));
            check(at, answer(damaged));
            damaged[at] = picture[at];
        }
}

TEST(DamagedPicture, EveryBitOfAPngUpToTheEndOfItsSessionIsGuarded) {
    const std::string picture = carrying(carriers()[0]);
    const std::size_t end =
        picture.find("iTXt") + 4 + static_cast<unsigned char>(picture[35]) * 256U + static_cast<unsigned char>(picture[36]) + 4;
    flip_every_bit(picture, [&](std::size_t at, const std::string& told) {
        if (at < 4)
            EXPECT_EQ(told, no_picture) << at;
        else if (at < end)
            EXPECT_TRUE(is_damage(told)) << at << ": " << told;
        else
            EXPECT_EQ(told, whole) << at;
    });
}

TEST(DamagedPicture, ABitOfAPdfGivesTheSessionOrSaysThatThereIsNone) {
    const std::string picture = carrying(carriers()[2]);
    const std::size_t mark = picture.find("/RavineSession"), begin = picture.find("stream\n", mark) + 7;
    const std::size_t end = picture.find("endstream", begin);
    int damaged = 0;
    flip_every_bit(picture, [&](std::size_t at, const std::string& told) {
        if (at >= begin && at < end) {
            damaged += is_damage(told);
            EXPECT_TRUE(is_damage(told) || told == whole) << at << ": " << told;
        } else {
            EXPECT_TRUE(told == whole || told == none || is_damage(told) || (at < 5 && told == no_picture)) << at << ": " << told;
            if (at >= end || (at >= 5 && at < mark)) {
                EXPECT_EQ(told, whole) << at;
            }
        }
    });
    // The last bits of a packed text may mean nothing.
    EXPECT_GT(damaged, static_cast<int>(8 * (end - begin)) - 24);
}

TEST(DamagedPicture, ABitOfAnSvgIsAnErrorOrAnotherText) {
    const std::string picture = carrying(carriers()[1]);
    const std::size_t end = picture.find("</metadata>") + 11;
    int refused = 0;
    flip_every_bit(picture, [&](std::size_t at, const std::string& told) {
        if (at >= end) {
            EXPECT_EQ(told, whole) << at;
        } else if (told != whole && told != none && told != no_picture && told != "another session") {
            expect_sentence(told);
            ++refused;
        }
    });
    EXPECT_GT(refused, static_cast<int>(end));
}

TEST(DamagedPicture, EveryCutIsSaidOrDoesNotReachTheSession) {
    for (const Carrier& carrier : carriers()) {
        const std::string picture = carrying(carrier);
        int complete = 0;
        for (std::size_t length = 0; length < picture.size(); ++length) {
            const std::string told = answer(picture.substr(0, length));
            EXPECT_TRUE(told == whole || told == no_picture || is_damage(told)) << carrier.name << " " << length << ": " << told;
            EXPECT_FALSE(complete > 0 && told != whole) << carrier.name << " " << length << ": " << told;
            complete += told == whole;
        }
        EXPECT_GT(complete, 0) << carrier.name;
        EXPECT_LT(complete, static_cast<int>(picture.size())) << carrier.name;
    }
}

TEST(DamagedPicture, EveryCutOfAPictureOfOthersIsSaid) {
    const std::string png = small_png(), pdf = small_pdf(), svg = small_svg();
    for (std::size_t length = 8; length < png.size(); ++length) EXPECT_TRUE(is_damage(answer(png.substr(0, length)))) << length;
    for (std::size_t length = 5; length + 6 < pdf.size(); ++length)
        EXPECT_TRUE(is_damage(answer(pdf.substr(0, length)))) << length;
    for (std::size_t length = svg.find("<svg") + 5; length < svg.rfind('>'); ++length)
        EXPECT_TRUE(is_damage(answer(svg.substr(0, length)))) << length << ": " << answer(svg.substr(0, length));
}

// --- files made to do harm ------------------------------------------------------------------------------------------------

/// The memory that the program may take beside what it has.
class MemoryLimit {
public:
    explicit MemoryLimit(std::size_t more) {
        ::getrlimit(RLIMIT_AS, &before_);
        std::size_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        const rlimit limit{pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) + more, before_.rlim_max};
        ::setrlimit(RLIMIT_AS, &limit);
    }
    ~MemoryLimit() { ::setrlimit(RLIMIT_AS, &before_); }
    MemoryLimit(const MemoryLimit&) = delete;
    MemoryLimit& operator=(const MemoryLimit&) = delete;

private:
    rlimit before_{};
};

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// `chunks` between the header and the rest of a valid picture.
std::string png_with(const std::string& chunks) {
    const std::string png = small_png();
    return png.substr(0, 33) + chunks + png.substr(33);
}

std::string our_chunk(const std::string& rest) { return png_with(chunk("iTXt", std::string("ravine-session\0", 15) + rest)); }
std::string packed_chunk(const std::string& packed) { return our_chunk(std::string("\1\0\0\0", 4) + packed); }
std::string plain_chunk(const std::string& text) { return our_chunk(std::string("\0\0\0\0", 4) + text); }
std::string svg_around(const std::string& text) { return "<svg xmlns=\"http://www.w3.org/2000/svg\">" + text + "</svg>"; }
std::string svg_metadata(const std::string& text) {
    return svg_around("<metadata id=\"ravine-session\">" + text + "</metadata>");
}
std::string pdf_object(const std::string& stream, const std::string& keys = "/RavineSession true") {
    return "%PDF-1.7\n1 0 obj\n<< " + keys + " >>\nstream\n" + stream + "\nendstream\nendobj\n%%EOF\n";
}

std::string laughs(std::string_view use) {
    std::string text = "<!DOCTYPE svg [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 12; ++i)
        text += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
    return text + "]>" + std::string(use);
}

std::string distinct(std::string_view before, std::string_view after, std::size_t bytes) {
    std::string text;
    for (int i = 0; text.size() < bytes; ++i) text.append(before).append(std::to_string(i)).append(after);
    return text;
}

struct Case {
    std::string what, bytes, told;
};

std::vector<Case> damaged_pngs() {
    const std::string damage = "the picture is damaged: ";
    return {
        {"sent as text", "\x89PNG\n\x1a\n" + small_png().substr(8), damage + "it does not begin"},
        {"a chunk longer than all files", png_with("\xFF\xFF\xFF\xFFiTXt"), damage + "it ends in the midst"},
        {"a chunk one byte too long", small_png().replace(11, 1, "\x0E"), damage},
        {"no end", small_png().substr(0, small_png().size() - 12), damage + "it ends in the midst"},
        {"only a beginning", small_png().substr(0, 8), damage + "it ends in the midst"},
        {"a keyword without an end", png_with(chunk("iTXt", "ravine-session")), none},
        {"nothing behind the keyword", our_chunk(""), damage + "its session is packed in an unknown way"},
        {"an unknown packing", our_chunk(std::string("\1\7\0\0x", 5)), damage + "its session is packed in an unknown way"},
        {"an unknown flag", our_chunk(std::string("\2\0\0\0x", 5)), damage + "its session is packed in an unknown way"},
        {"a language without an end", our_chunk(std::string("\1\0en", 4)), damage + "the piece with its session is not whole"},
        {"nothing packed", packed_chunk(""), damage + "its session cannot be unpacked"},
        {"noise packed", packed_chunk("\x78\x9C\xFF\xFF\xFF\xFF\xFF"), damage + "its session cannot be unpacked"},
        {"a packed text that needs a dictionary", packed_chunk("\x78\xBB\x11\x22\x33\x44zzzz"), damage},
        {"a bomb", packed_chunk(packed_zeros(std::size_t{48} << 20U)), "larger than 1 MiB"},
        {"a large text", plain_chunk(std::string((1U << 20U) + 1, ' ')), "larger than 1 MiB"},
        {"an empty text", plain_chunk(""), "the text is empty"},
        {"no JSON", plain_chunk("<svg>"), "line 1, column 1: unexpected '<'"},
        {"not UTF-8", plain_chunk("{\"ravine\": 1, \"title\": \"\xFF\"}"), "not UTF-8"},
        {"a later version", plain_chunk("{\"ravine\": 2}"), "format 2"},
        {"a wrong value", plain_chunk("{\"ravine\": 1, \"steps\": 0}"), "steps: expected a whole number"},
        {"JSON nested without end", plain_chunk(std::string(500'000, '[')), "nested more than"},
        {"a million empty chunks", png_with(repeated(chunk("teXt", ""), 1'000'000)), none},
        {"a million other texts", png_with(repeated(chunk("iTXt", "ravine-sessions"), 1'000'000)), none},
        {"larger than any", small_png() + std::string(std::size_t{64} << 20U, '\0'), "larger than 64 MiB"},
    };
}

std::vector<Case> damaged_svgs() {
    const std::string damage = "the picture is damaged: ";
    return {
        {"an element left open", "<svg><g></svg>", damage + "line 1, column 11"},
        {"two roots", "<svg/><svg/>", damage},
        {"a byte that is no letter", svg_around("\x01"), damage},
        {"not UTF-8", svg_around("\xC3("), damage},
        {"an unknown entity", svg_metadata("&a;"), damage},
        {"entities that multiply", laughs(svg_metadata("&a11;")), damage},
        {"entities that multiply in an attribute", laughs("<svg a=\"&a11;\"/>"), damage},
        {"entities that call themselves", "<!DOCTYPE svg [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + svg_metadata("&a;"),
         damage},
        {"one long entity many times",
         "<!DOCTYPE svg [<!ENTITY a \"" + std::string(100'000, 'a') + "\">]>" + svg_around(repeated("&a;", 100'000)), damage},
        {"an entity that is a file", "<!DOCTYPE svg [<!ENTITY a SYSTEM \"/etc/passwd\">]>" + svg_metadata("&a;"),
         "the text is empty"},
        {"a document type without an end", "<!DOCTYPE svg [" + repeated("<!ENTITY", 100'000), no_picture},
        {"a hundred thousand document types", repeated("<!DOCTYPE>", 100'000) + "<svg/>", damage},
        {"nested without end", svg_around(repeated("<g>", 1'000'000)), "nested more than 256 deep"},
        {"nested without end in the session", svg_metadata(repeated("<g>", 1'000'000)), "nested more than 256 deep"},
        {"a million elements", svg_around(repeated("<g/>", 1'000'000)), none},
        {"a name for each element", svg_around(distinct("<g", "/>", 8'000'000)), damage + "it has more names"},
        {"a name for each attribute", "<svg " + distinct("a", "='' ", 8'000'000) + "/>", damage + "it has more names"},
        {"a text as large as the file", svg_around(std::string(40'000'000, 'a')), none},
        {"an attribute as large as the file", "<svg a=\"" + std::string(20'000'000, 'a') + "\"/>", none},
        {"a comment without an end", svg_around("<!--" + std::string(40'000'000, '-')), damage},
        {"a large session", svg_metadata(std::string((1U << 20U) + 1, ' ')), "larger than 1 MiB"},
        {"an empty session", "<svg><metadata id=\"ravine-session\"/></svg>", "the text is empty"},
        {"only elements in the session", svg_metadata("<rdf>{}</rdf>"), "the text is empty"},
        {"somebody else's metadata", svg_around("<metadata id=\"other\">{}</metadata>"), none},
        {"larger than any", "<svg>" + std::string(std::size_t{64} << 20U, ' '), "larger than 64 MiB"},
    };
}

std::vector<Case> damaged_pdfs() {
    const std::string damage = "the picture is damaged: ";
    return {
        {"no end", "%PDF-1.7\n1 0 obj\n<< >>\nendobj", damage + "it does not end"},
        {"a table that points to itself", "%PDF-1.7\nxref\n0 0\ntrailer << /Prev 9 >>\nstartxref\n9\n%%EOF", none},
        {"a table of two thousand million", "%PDF-1.7\nxref\n0 2000000000\ntrailer << /Size 2000000000 >>\n%%EOF", none},
        {"lists nested without end", "%PDF-1.7\n1 0 obj\n" + repeated("[<<", 10'000'000) + "%%EOF", none},
        {"a million numbers", "%PDF-1.7\n1 0 obj [" + repeated(" 1", 20'000'000) + "]%%EOF", none},
        {"a bomb that is not ours", pdf_object(packed_zeros(std::size_t{48} << 20U), "/Type /XRef /Filter /FlateDecode"), none},
        {"a bomb", pdf_object(packed_zeros(std::size_t{48} << 20U)), "larger than 1 MiB"},
        {"empty pieces without end", pdf_object("\x78\x9C" + repeated(std::string("\0\0\0\xFF\xFF", 5), 10'000'000)), damage},
        {"our mark and no stream", "%PDF-1.7 /RavineSession true >> endobj %%EOF", none},
        {"our mark and a stream that is not its own", "%PDF-1.7 /RavineSession true stream\n{} endstream %%EOF", none},
        {"a million marks", "%PDF-1.7" + repeated("/RavineSession", 1'000'000) + "%%EOF", none},
        {"nothing in the stream", "%PDF-1.7 /RavineSession>>stream", damage + "its session cannot be unpacked"},
        {"noise in the stream", pdf_object("zzzzzzzz"), damage + "its session cannot be unpacked"},
        {"a plain stream without an end", "%PDF-1.7 /RavineSession>>stream\n{", damage + "it ends in the midst"},
        {"a plain stream that is large", pdf_object("{" + std::string(2U << 20U, ' ')), "larger than 1 MiB"},
        {"a session of nothing", pdf_object("{}"), "ravine"},
        {"larger than any", "%PDF-1.7" + std::string(std::size_t{64} << 20U, ' '), "larger than 64 MiB"},
    };
}

void expect_answers(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        std::string told;
        {
            const MemoryLimit limit(8 * c.bytes.size() + (std::size_t{64} << 20U));
            try {
                told = answer(c.bytes);
            } catch (const std::bad_alloc&) {
                told = "took too much memory";
            }
        }
        EXPECT_NE(told.find(c.told), std::string::npos) << c.what << ": " << told;
        if (told != none && told != no_picture) expect_sentence(told);
    }
}

TEST(DamagedPicture, OfPngKindsHasTheirAnswers) { expect_answers(damaged_pngs()); }
TEST(DamagedPicture, OfSvgKindsHasTheirAnswers) { expect_answers(damaged_svgs()); }
TEST(DamagedPicture, OfPdfKindsHasTheirAnswers) { expect_answers(damaged_pdfs()); }

}  // namespace
}  // namespace ravine
