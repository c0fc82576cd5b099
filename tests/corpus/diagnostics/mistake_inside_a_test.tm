test "telephones pose as others" {
    external phone { controled_platform: yes }
    expect SPF12 @ phone absent
}
