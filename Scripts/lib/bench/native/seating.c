// How well a seating mixes a room, beside chance, a long search, and the best there can be.
//
//   seating ROOM SECONDS
//
// ROOM is a file of whole numbers: how many people, groups and tables; for each person how many groups and which; for
// each table its size and who sits at it, both counted from 0. Prints one JSON object with the objective (the mean over
// the tables of the total variation distance between a table's group mix and the room's) of
//   given     the seating in the file
//   random    the mean of 1,000 seatings drawn at random
//   annealed  the best of four simulated annealings, SECONDS together
//   optimum   where everybody is in one group: the least possible, exactly, as a minimum-cost flow; else null
// All of it is written apart from the product and counts by itself.
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 2000, TABLES = 400, GROUPS = 32, COMMON = 27720, UNIT = 60 };

static int people, groups, tables, sizes[TABLES];
static int count_of[MOST], group_of[MOST][GROUPS], share_of[MOST];
static int64_t totals[GROUPS];
static int seat[MOST], table_of[MOST];
static int64_t counts[TABLES][GROUPS], costs[TABLES], total;

static uint64_t state = 88172645463325252u;
static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}
static int below(int limit) { return (int)((unsigned __int128)next() * limit >> 64); }
static double fraction(void) { return (double)(next() >> 11) / 9007199254740992.0; }

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static void fail(const char *what) {
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static int number(FILE *file, int least, int most) {
  int value;
  if (fscanf(file, "%d", &value) != 1 || value < least || value > most) fail("the room cannot be read");
  return value;
}

static void read_room(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) fail("there is no such room");
  people = number(file, 1, MOST), groups = number(file, 1, GROUPS), tables = number(file, 1, TABLES);
  for (int person = 0; person < people; person++) {
    count_of[person] = number(file, 1, 6);
    share_of[person] = UNIT / count_of[person];
    for (int at = 0; at < count_of[person]; at++) {
      group_of[person][at] = number(file, 0, groups - 1);
      totals[group_of[person][at]] += share_of[person];
    }
  }
  for (int table = 0, place = 0; table < tables; table++) {
    sizes[table] = number(file, 1, 12);
    for (int at = 0; at < sizes[table]; at++) seat[place++] = number(file, 0, people - 1);
  }
  fclose(file);
}

static int64_t distance(int64_t count, int64_t group, int size) {
  return llabs(count * people - totals[group] * size) * (COMMON / size);
}

static void recount(int table) {
  int64_t cost = 0;
  for (int group = 0; group < groups; group++) cost += distance(counts[table][group], group, sizes[table]);
  total += cost - costs[table];
  costs[table] = cost;
}

static void put(int person, int table, int sign) {
  for (int at = 0; at < count_of[person]; at++) counts[table][group_of[person][at]] += sign * share_of[person];
}

static void count_all(void) {
  memset(counts, 0, sizeof counts);
  for (int table = 0, place = 0; table < tables; table++) {
    for (int at = 0; at < sizes[table]; at++, place++) {
      table_of[place] = table;
      put(seat[place], table, 1);
    }
    recount(table);
  }
}

static void exchange(int one, int other) {
  int here = table_of[one], there = table_of[other], person = seat[one], second = seat[other];
  put(person, here, -1), put(second, there, -1);
  put(person, there, 1), put(second, here, 1);
  seat[one] = second, seat[other] = person;
  recount(here), recount(there);
}

static void shuffle(void) {
  for (int last = people - 1; last > 0; last--) {
    int other = below(last + 1), kept = seat[last];
    seat[last] = seat[other], seat[other] = kept;
  }
  count_all();
}

static double objective(int64_t cost) { return (double)cost / (2.0 * UNIT * people * COMMON * tables); }

static int64_t anneal(double duration) {
  shuffle();
  int64_t lowest = total;
  double begin = seconds(), hot = (double)total / tables, cold = hot / 2000, heat = hot;
  for (uint64_t step = 0;; step++) {
    if (step % 4096 == 0) {
      double part = (seconds() - begin) / duration;
      if (part >= 1) return lowest;
      heat = hot * pow(cold / hot, part);
    }
    int one = below(people), other = below(people);
    if (table_of[one] == table_of[other]) continue;
    int64_t before = total;
    exchange(one, other);
    if (total > before && fraction() >= exp((double)(before - total) / heat)) exchange(one, other);
    else if (total < lowest) lowest = total;
  }
}

static int flow[TABLES][GROUPS];

static int64_t unit_cost(int table, int group, int count) {
  return distance((int64_t)count * UNIT, group, sizes[table]) - distance((int64_t)(count - 1) * UNIT, group, sizes[table]);
}

// Sends one person more from a table with a free seat to a group with someone left, by the cheapest way there is; the
// cost of a table's next person of a group only rises, so that the cheapest ways one by one are the cheapest together.
static void augment(int *free_seats, int *left) {
  const int64_t far = INT64_MAX / 4;
  int64_t to_table[TABLES], to_group[GROUPS];
  int from_group[TABLES], from_table[GROUPS];
  for (int table = 0; table < tables; table++) to_table[table] = free_seats[table] ? 0 : far, from_group[table] = -1;
  for (int group = 0; group < groups; group++) to_group[group] = far, from_table[group] = -1;
  for (bool is_changing = true; is_changing;) {
    is_changing = false;
    for (int table = 0; table < tables; table++)
      for (int group = 0; group < groups; group++) {
        int64_t there = to_table[table] + unit_cost(table, group, flow[table][group] + 1);
        if (to_table[table] < far && there < to_group[group])
          to_group[group] = there, from_table[group] = table, is_changing = true;
        if (flow[table][group] == 0 || to_group[group] == far) continue;
        int64_t back = to_group[group] - unit_cost(table, group, flow[table][group]);
        if (back < to_table[table]) to_table[table] = back, from_group[table] = group, is_changing = true;
      }
  }
  int group = -1;
  for (int at = 0; at < groups; at++)
    if (left[at] && (group < 0 || to_group[at] < to_group[group])) group = at;
  left[group]--;
  for (;;) {
    int table = from_table[group];
    flow[table][group]++;
    if (from_group[table] < 0) {
      free_seats[table]--;
      return;
    }
    group = from_group[table];
    flow[table][group]--;
  }
}

static int64_t optimum(void) {
  int free_seats[TABLES], left[GROUPS];
  int64_t cost = 0;
  for (int table = 0; table < tables; table++) free_seats[table] = sizes[table];
  for (int group = 0; group < groups; group++) left[group] = (int)(totals[group] / UNIT);
  for (int person = 0; person < people; person++) augment(free_seats, left);
  for (int table = 0; table < tables; table++)
    for (int group = 0; group < groups; group++)
      cost += distance((int64_t)flow[table][group] * UNIT, group, sizes[table]);
  return cost;
}

int main(int argc, char **argv) {
  if (argc != 3) fail("seating ROOM SECONDS");
  read_room(argv[1]);
  count_all();
  double given = objective(total), random = 0, annealed = 1;
  for (int draw = 0; draw < 1000; draw++) shuffle(), random += objective(total) / 1000;
  for (int time = 0; time < 4; time++) annealed = fmin(annealed, objective(anneal(atof(argv[2]) / 4)));
  bool is_single = true;
  for (int person = 0; person < people; person++) is_single = is_single && count_of[person] == 1;
  printf("{\"given\": %.6f, \"random\": %.6f, \"annealed\": %.6f, \"optimum\": ", given, random, annealed);
  if (is_single) printf("%.6f}\n", objective(optimum()));
  else printf("null}\n");
  return 0;
}
