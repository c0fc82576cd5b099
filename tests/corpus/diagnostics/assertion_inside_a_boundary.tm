boundary pump {
    process app
    assert "nothing reaches the pump": not reaches(internet, pump)
}
