test "telephones pose as others" {
    external phone { controlled_platform: yes }
    expect SPF12 @ phone open
}
