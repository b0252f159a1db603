// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/community.h"

#include "sample/text.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace badgewright::sample {

namespace {

struct Subject {
    const char *title;
    int posts;
};

constexpr std::array<Subject, 42> subjects = {{
    {"Spring fair 2026: who helped?", 64}, {"What’s the best photo you took?", 48}, {"Slugs again", 33}, {"Which tomatoes for a north wall?", 21},
    {"Autumn karaoke: songs and snacks", 27}, {"Repair café, every first Saturday", 19}, {"The almanac is in print", 14}, {"Orchard council: minutes of March", 9},
    {"Orchard council: minutes of June", 11}, {"Orchard council: minutes of September", 12}, {"A greenhouse from old windows", 25}, {"Compost that will not warm up", 17},
    {"Wasps under the roof", 10}, {"Seed swap 2026: lists", 38}, {"How deep do you plant garlic?", 13}, {"Beekeeping on a balcony", 22}, {"Your favourite tool", 41},
    {"The heaviest pumpkin", 31}, {"Rain barrels and mosquitoes", 9}, {"Pruning an apple tree that was forgotten", 18}, {"Mushrooms in the lawn", 12},
    {"Hedgehogs welcome", 16}, {"What grows under a walnut?", 9}, {"First frost, where?", 45}, {"Show us your shed", 29}, {"Peat-free soil that works", 20},
    {"A pond in a bathtub", 15}, {"Which roses smell?", 24}, {"Potatoes in a bag", 11}, {"Moles: friends or not?", 23}, {"Watering while away", 13},
    {"Birds and the cherry net", 10}, {"Night walk in July", 17}, {"A letter to the council about the path", 9}, {"Winter vegetables", 19}, {"Children’s beds", 12},
    {"Straw bales as beds", 9}, {"The old greenhouse comes down", 26}, {"New here? Say hello", 60}, {"Tool lending: rules", 9}, {"Dyeing wool with plants", 14},
    {"Ideas for the summer fair", 35},
}};

constexpr std::array<const char *, 16> sentences = {
    "I was there from eight in the morning and would do it again.", "Mine came up after eleven days on the window sill.", "Try it with less water, it helped here.",
    "There is a photo of it in the shed, I will look for it.", "Thank you all, that was a good day.", "We have two left over if somebody wants them.",
    "My neighbour swears by crushed egg shells, and I begin to believe it.", "It froze here last night, so I am glad they were covered.",
    "Could somebody bring the long ladder on Saturday?", "I wrote down what we used, ask me for the list.", "The soil here is heavy clay, so I dig in sand first.",
    "That worked better than anything I bought.", "Next year I will start three weeks earlier.", "I cannot say who planted it, but it is lovely.",
    "Count me in for the tea and the cake.", "Look at the roots before you throw it away."};

constexpr qint64 hourMs = 3'600'000;

} // namespace

void Community::foundTopics()
{
    const qint64 now = founded.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    std::vector<int> writers;
    for (const auto &[id, who] : people)
        if (id > 2 && who.active && !who.staged && !who.suspendedTill && who.trust > 0)
            writers.push_back(id);

    int topicId = 11;
    int postId = 101;
    for (const Subject &subject : subjects) {
        Topic topic;
        topic.id = topicId++;
        topic.title = subject.title;
        topic.slug = slugOf(topic.title);
        const auto t = static_cast<std::uint32_t>(topic.id);
        qint64 at = now - static_cast<qint64>(20 + mix(t, 31) % 220) * 24 * hourMs;
        for (int number = 1; number <= subject.posts; ++number) {
            const auto n = static_cast<std::uint32_t>(number);
            Post post;
            post.id = postId++;
            post.topic = topic.id;
            post.number = number;
            post.person = writers[number < 12 && mix(t, n, 32) % 3 == 0 ? mix(t, n, 33) % 11 : mix(t, n, 34) % writers.size()];
            post.text = std::string(sentences[mix(t, n, 35) % sentences.size()]) + " " + sentences[mix(t, n, 36) % sentences.size()];
            post.created = at;
            at += static_cast<qint64>(1 + mix(t, n, 37) % 300) * hourMs / 20;
            const auto likes = number == 1 ? 12 + mix(t, 38) % 60 : mix(t, n, 39) % 9;
            for (std::uint32_t like = 0; like < likes; ++like) {
                const int liker = writers[mix(t * 131 + n, like, 40) % writers.size()];
                if (liker != post.person && std::find(post.likers.begin(), post.likers.end(), liker) == post.likers.end())
                    post.likers.push_back(liker);
            }
            topic.posts.push_back(post.id);
            posts.emplace(post.id, std::move(post));
        }
        topics.emplace(topic.id, std::move(topic));
    }
}

} // namespace badgewright::sample
